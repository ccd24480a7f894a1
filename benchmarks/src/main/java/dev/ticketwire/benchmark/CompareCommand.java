package dev.ticketwire.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures two running suites in turns; {@code benchmarks/compare} starts them. Exit status: 0 measured, 1 failed. */
@Command(name = "benchmarks/compare")
final class CompareCommand implements Callable<Integer> {
    @Option(names = "--before", required = true, description = "Home of the older suite.")
    private Path before = Path.of("");

    @Option(names = "--after", required = true, description = "Home of the newer suite.")
    private Path after = Path.of("");

    @Option(names = "--rounds")
    private int rounds = 5;

    @Option(names = "--seconds")
    private int seconds = 6;

    @Option(names = "--warm-up")
    private int warmUp = 15;

    @Option(names = "--memory-minutes")
    private int memoryMinutes = 10;

    @Option(names = "--only", split = ",")
    private List<String> only = List.of();

    @Option(names = "--key")
    private String key = "DEMOFULLACCESS";

    private final List<String> rows = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new CompareCommand()).setExecutionExceptionHandler((e, command, result) -> {
            command.getErr().println(e.getMessage() == null ? e.toString() : e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (CompareSuite older = new CompareSuite(before, key);
                CompareSuite newer = new CompareSuite(after, key)) {
            say("%d and %d tickets, %d cores"
                    .formatted(
                            older.tickets(),
                            newer.tickets(),
                            Runtime.getRuntime().availableProcessors()));
            for (CompareWork work : CompareWork.all()) {
                PairedRatio ratio = wants(work.name()) ? measure(work, older, newer) : null;
                if (ratio != null && work.name().equals("create-64") && wants("create-half")) {
                    measure(CompareWork.half(ratio.before() / 2), older, newer);
                }
            }
            if (wants("limits")) {
                limits(newer);
            }
            if (wants("memory")) {
                CompareMemory.measured(older, newer, Duration.ofMinutes(memoryMinutes), CompareCommand::say)
                        .forEach(this::add);
            }
        }
        System.out.println("| work | unit | before | after | ratio | spread | goal |\n|---|---|---|---|---|---|---|");
        rows.forEach(System.out::println);
        lines.forEach(System.out::println);
        return 0;
    }

    private boolean wants(String name) {
        return only.isEmpty() || only.contains(name);
    }

    /** Each once to warm up; then in turns, and another first in every other round. */
    private PairedRatio measure(CompareWork work, CompareSuite older, CompareSuite newer) throws Exception {
        for (CompareSuite suite : List.of(older, newer)) {
            work.measuring().measure(suite, Duration.ofSeconds(warmUp));
        }
        List<Double> befores = new ArrayList<>();
        List<Double> afters = new ArrayList<>();
        Duration time = Duration.ofSeconds(seconds);
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                befores.add(work.measuring().measure(older, time));
                afters.add(work.measuring().measure(newer, time));
            } else {
                afters.add(work.measuring().measure(newer, time));
                befores.add(work.measuring().measure(older, time));
            }
            say(String.format(
                    Locale.ROOT,
                    "%s, round %d: %.1f and %.1f %s",
                    work.name(),
                    round + 1,
                    befores.getLast(),
                    afters.getLast(),
                    work.unit()));
        }
        PairedRatio ratio = PairedRatio.of(befores, afters);
        add(new CompareLine(work.name(), work.unit(), ratio, work.goal()));
        return ratio;
    }

    private void add(CompareLine line) {
        rows.add(line.row());
        lines.add(line.json());
    }

    /** What the newer suite's broker and database carry without the suite. */
    private void limits(CompareSuite suite) throws Exception {
        MeasuringTime span = new MeasuringTime(Duration.ofSeconds(3), Duration.ofSeconds(seconds));
        Measurement producer = ProducerBenchmark.run(suite.environment.kafka(), span);
        rows.add(producer.row().strip());
        lines.add(producer.json());
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
