package dev.ticketwire.benchmark;

import java.util.ArrayList;
import java.util.List;

/** The measurements of a run. Progress goes to standard error, the table and its JSON lines to standard output. */
final class BenchmarkReport {
    private final List<Measurement> measurements = new ArrayList<>();

    void add(Measurement measurement) {
        measurements.add(measurement);
        say(measurement.row().strip());
    }

    /** Adds measurements that were printed as progress already. */
    void addTold(List<Measurement> told) {
        measurements.addAll(told);
    }

    void say(String line) {
        System.err.println(line);
    }

    void print() {
        System.out.println(Measurement.header());
        measurements.forEach(measurement -> System.out.println(measurement.row()));
        measurements.forEach(measurement -> System.out.println(measurement.json()));
    }
}
