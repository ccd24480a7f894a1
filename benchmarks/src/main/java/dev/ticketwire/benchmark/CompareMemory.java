package dev.ticketwire.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The memory of both suites' processes after the same mixed load at the same time. Counted is the proportional set
 * size: what processes share is counted once.
 */
final class CompareMemory {
    private static final double PER_SECOND = 100;
    private static final CompareGoal GOAL = CompareGoal.atMost(0.75);
    private static final String UNIT = "MiB";

    private CompareMemory() {}

    /** A line for each process, and one for all that the older suite has too. */
    static List<CompareLine> measured(CompareSuite older, CompareSuite newer, Duration load, Consumer<String> progress)
            throws Exception {
        progress.accept("memory: mixed load on both, %.0f per second each, for %d minutes"
                .formatted(PER_SECOND, load.toMinutes()));
        CompletableFuture<Measurement> other = CompletableFuture.supplyAsync(() -> loaded(older, load));
        loaded(newer, load);
        other.join();
        Map<String, Double> before = mebibytes(older.home);
        Map<String, Double> after = mebibytes(newer.home);
        List<CompareLine> lines = new ArrayList<>();
        before.forEach(
                (process, size) -> lines.add(line("memory, " + process, size, after.getOrDefault(process, 0.0))));
        double olders = before.values().stream().mapToDouble(size -> size).sum();
        double newers = before.keySet().stream()
                .mapToDouble(process -> after.getOrDefault(process, 0.0))
                .sum();
        lines.add(
                new CompareLine("memory, all of these", UNIT, PairedRatio.of(List.of(olders), List.of(newers)), GOAL));
        after.forEach((process, size) -> {
            if (!before.containsKey(process)) {
                progress.accept("memory, %s, which only the newer has: %.0f MiB".formatted(process, size));
            }
        });
        return lines;
    }

    private static CompareLine line(String name, double before, double after) {
        return new CompareLine(name, UNIT, PairedRatio.of(List.of(before), List.of(after)), null);
    }

    private static Measurement loaded(CompareSuite suite, Duration time) {
        return OpenLoop.run("mixed", "", suite.mixed(), PER_SECOND, new MeasuringTime(Duration.ZERO, time));
    }

    /** By the process's name. */
    private static Map<String, Double> mebibytes(Path home) throws IOException {
        Map<String, Double> sizes = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(home.resolve("pids"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".pid", "");
                SuiteProcess process = new SuiteProcess(home, name);
                if (!name.equals("launcher") && process.isRunning()) {
                    sizes.put(name, process.proportionalMebibytes());
                }
            }
        }
        return sizes;
    }
}
