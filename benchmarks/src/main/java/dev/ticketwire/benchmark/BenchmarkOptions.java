package dev.ticketwire.benchmark;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Options: which benchmarks, duration and load. */
final class BenchmarkOptions {
    @Parameters(
            paramLabel = "WHAT",
            arity = "1",
            description = {"What to measure: ${COMPLETION-CANDIDATES}"})
    private Benchmark what = Benchmark.ALL;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            converter = PositiveNumber.class,
            description = "Seconds before the measured time (15).")
    private int warmUp = 15;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            converter = PositiveNumber.class,
            description = "Measured seconds of each load (30).")
    private int seconds = 30;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            converter = PositiveNumber.class,
            description = "Requests at a time when looking for the most (64).")
    private int inFlight = 64;

    @Option(
            names = "--rate",
            paramLabel = "N",
            converter = PositiveNumber.class,
            description = {
                "Requests per second of the second load (half of the most), of edge (300) and of the writes"
                        + " beside paging (200)."
            })
    private int rate;

    @Option(names = "--key", paramLabel = "KEY", description = "API key that may create and read (DEMOFULLACCESS).")
    private String key = "DEMOFULLACCESS";

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            description = "Only the reads, or the parts of events or cores, with this text in their name.")
    private String only = "";

    @Option(
            names = "--clients",
            paramLabel = "N",
            converter = PositiveNumber.class,
            description = "Clients of the stream of events (1000).")
    private int clients = 1000;

    @Option(
            names = "--rows",
            paramLabel = "N",
            converter = PositiveNumber.class,
            description = "Row changes in the backlog of events (1000000).")
    private int rows = 1_000_000;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    @SuppressWarnings("unused") // Handled by picocli.
    private boolean help;

    /** @return whether {@code benchmark} was asked for, by its name or as one of all; events and cores by their names only */
    boolean wants(Benchmark benchmark) {
        return what == benchmark
                || what == Benchmark.ALL && benchmark != Benchmark.EVENTS && benchmark != Benchmark.CORES;
    }

    MeasuringTime span() {
        return new MeasuringTime(Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
    }

    /** @return requests at a time when looking for the most */
    int inFlight() {
        return inFlight;
    }

    /** @return requests per second, {@code otherwise} if none were asked for */
    double rateOr(double otherwise) {
        return rate > 0 ? rate : otherwise;
    }

    /** @return an API key that may create and read */
    String key() {
        return key;
    }

    /** @return a part of the names of the reads that are measured; empty for all */
    String only() {
        return only;
    }

    /** @return clients of the stream of events */
    int clients() {
        return clients;
    }

    /** @return row changes in the backlog of events */
    int rows() {
        return rows;
    }

    private static final class PositiveNumber implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("[1-9]\\d{0,6}")) {
                throw new TypeConversionException("'" + text + "' is not a whole number from 1 to 9999999");
            }
            return Integer.valueOf(text);
        }
    }
}
