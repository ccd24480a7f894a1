package dev.ticketwire.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures a running suite. Exit status: 0 measured, 1 failed, 2 wrong arguments. */
@Command(
        name = "benchmarks/run",
        description = "Measures the suite that ./ticketwire up has started; README.md explains the figures.")
public final class BenchmarkCommand implements Callable<Integer> {
    private static final int NUMBERS = 20_000;

    private final Path home;
    private final BenchmarkReport report = new BenchmarkReport();

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    private BenchmarkCommand(Path home) {
        this.home = home;
    }

    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("ticketwire.home", ".ticketwire"));
        CommandLine line = new CommandLine(new BenchmarkCommand(home))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(120)
                .setExecutionExceptionHandler((e, command, result) -> {
                    command.getErr().println(e.getMessage() == null ? e.toString() : e.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        SuiteEnvironment environment = SuiteEnvironment.of(home);
        try (Connection connection = environment.database();
                ServiceClient gateway = new ServiceClient(URI.create(environment.gateway()), options.key())) {
            report.say("%d tickets, %d cores"
                    .formatted(
                            TicketTables.tickets(connection),
                            Runtime.getRuntime().availableProcessors()));
            List<String> numbers = TicketTables.someNumbers(connection, NUMBERS);
            Target target = new Target(environment, connection, gateway, numbers);
            new ReadBenchmarks(options, target, report).run();
            if (options.wants(Benchmark.OVERLOAD)) {
                report.say(OverloadBenchmark.run(options, target, home, report));
            }
            new LoadBenchmarks(options, target, report).run();
            if (options.wants(Benchmark.EVENTS)) {
                new EventBenchmarks(options, target, home, report).run();
            }
            if (options.wants(Benchmark.CORES)) {
                new CoresBenchmark(options, target, home, report).run();
            }
            if (options.wants(Benchmark.LIMITS)) {
                new LimitBenchmarks(options, target, report).run();
            }
        }
        report.print();
        return 0;
    }
}
