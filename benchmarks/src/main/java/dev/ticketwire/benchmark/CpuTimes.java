package dev.ticketwire.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CPU time that each process of the suite has used.
 *
 * @param seconds by the process's name, user and system time of all its threads
 * @param nanoTime when they were read
 */
record CpuTimes(Map<String, Double> seconds, long nanoTime) {
    private static final List<String> PROCESSES =
            List.of("gateway", "command", "query", "subticket", "stats", "event", "kafka", "mariadb");

    static CpuTimes now(Path home) throws IOException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (String process : PROCESSES) {
            SuiteProcess running = new SuiteProcess(home, process);
            if (running.isRunning()) {
                seconds.put(process, running.cpuSeconds());
            }
        }
        return new CpuTimes(seconds, System.nanoTime());
    }

    /** What was used from {@code earlier} on. */
    CpuTimes since(CpuTimes earlier) {
        Map<String, Double> used = new LinkedHashMap<>();
        seconds.forEach((process, time) -> used.put(process, time - earlier.seconds.getOrDefault(process, 0.0)));
        return new CpuTimes(used, nanoTime - earlier.nanoTime);
    }

    /** This use without what the suite uses at rest in the same time. */
    CpuTimes without(CpuTimes rest) {
        double times = (double) nanoTime / rest.nanoTime;
        Map<String, Double> used = new LinkedHashMap<>();
        seconds.forEach((process, time) ->
                used.put(process, Math.max(0, time - times * rest.seconds.getOrDefault(process, 0.0))));
        return new CpuTimes(used, nanoTime);
    }
}
