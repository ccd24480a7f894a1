package dev.ticketwire.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of the comparison.
 *
 * @param name on the command line
 * @param unit of its figure
 * @param goal of the ratio, null if none is set
 */
record CompareWork(String name, String unit, @Nullable CompareGoal goal, Measuring measuring) {
    private static final int FULL = 64;
    private static final String PER_SECOND = "per second";

    /** Measures a suite once. */
    @FunctionalInterface
    interface Measuring {
        double measure(CompareSuite suite, Duration time) throws Exception;
    }

    /** In the order in which they are measured: full loads first, which also warm up for those that are light. */
    static List<CompareWork> all() {
        return List.of(
                most("create-64", FULL, 2.0, suite -> suite.create),
                median("create-1", CompareGoal.atMost(0.4), suite -> suite.create),
                most("create-8", 8, null, suite -> suite.create),
                most("create-256", 256, null, suite -> suite.create),
                most("update-64", FULL, 2.0, suite -> suite.update),
                median("update-1", CompareGoal.atMost(0.4), suite -> suite.update),
                new CompareWork("bulk", PER_SECOND, CompareGoal.atLeast(2.0), (suite, time) -> suite.bulks()),
                new CompareWork("accepted-64", PER_SECOND, null, CompareWork::accepted),
                most("get-64", FULL, 1.5, suite -> suite.get),
                median("get-1", null, suite -> suite.get),
                most("search-64", FULL, 2.0, suite -> suite.search),
                most("list-64", FULL, 2.0, suite -> suite.list),
                most("statistics-64", FULL, 2.0, suite -> suite.statistics));
    }

    /** The 99th percentile of creates at a fixed rate, the same for both. */
    static CompareWork half(double perSecond) {
        return new CompareWork(
                "create-half",
                String.format("p99 ms at %.0f per second", perSecond),
                CompareGoal.atMost(0.6),
                (suite, time) -> percentile(OpenLoop.run("", "", suite.create, perSecond, span(time)), 99));
    }

    private static CompareWork most(
            String name, int inFlight, @Nullable Double least, Function<CompareSuite, AsyncRequest> request) {
        CompareGoal goal = least == null ? null : CompareGoal.atLeast(least);
        return new CompareWork(
                name,
                PER_SECOND,
                goal,
                (suite, time) ->
                        good(closed(request.apply(suite), inFlight, time)).perSecond());
    }

    private static CompareWork median(
            String name, @Nullable CompareGoal goal, Function<CompareSuite, AsyncRequest> request) {
        return new CompareWork(
                name, "p50 ms", goal, (suite, time) -> percentile(closed(request.apply(suite), 1, time), 50));
    }

    /** Briefly, because what is accepted has to be applied before the next measurement. */
    private static double accepted(CompareSuite suite, Duration time) throws Exception {
        double perSecond = good(closed(suite.accepted, FULL, time.dividedBy(3))).perSecond();
        suite.awaitTickets();
        return perSecond;
    }

    private static Measurement closed(AsyncRequest request, int inFlight, Duration time) {
        return ClosedLoop.run("", "", request, inFlight, span(time));
    }

    private static double percentile(Measurement measured, double percentile) {
        return good(measured).latency().getValueAtPercentile(percentile) / 1000.0;
    }

    private static Measurement good(Measurement measured) {
        if (measured.failures() > 0) {
            throw new IllegalStateException(measured.failures() + " requests were not answered as expected");
        }
        return measured;
    }

    private static MeasuringTime span(Duration time) {
        return new MeasuringTime(Duration.ofMillis(500), time);
    }
}
