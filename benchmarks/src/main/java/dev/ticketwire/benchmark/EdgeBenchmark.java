package dev.ticketwire.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Measures the overhead of the gateway for a get: at the query service, through {@link BareProxy}, and through the
 * gateway. All are warmed up first and then measured in turns, under equal conditions.
 */
final class EdgeBenchmark {
    private static final int OK = 200;
    private static final double USUAL_RATE = 300;
    private static final int ROUNDS = 6;
    private static final Duration CHANGE_OVER = Duration.ofSeconds(1);

    /** One way to the same answer, with its measurements of each round. */
    private record Way(String name, AsyncRequest operation, List<Measurement> most, List<Measurement> usual) {
        Way(String name, AsyncRequest operation) {
            this(name, operation, new ArrayList<>(), new ArrayList<>());
        }
    }

    private final BenchmarkOptions options;
    private final double rate;
    private final List<String> numbers;

    private EdgeBenchmark(BenchmarkOptions options, List<String> numbers) {
        this.options = options;
        this.rate = options.rateOr(USUAL_RATE);
        this.numbers = numbers;
    }

    static List<Measurement> measured(BenchmarkOptions options, Target target, ServiceClient service) throws Exception {
        EdgeBenchmark edge = new EdgeBenchmark(options, target.numbers());
        try (ComparisonProcess bare = ComparisonProcess.start(BareProxy.class, "-Xmx256m");
                ServiceClient proxy = new ServiceClient(bare.address(), options.key())) {
            return edge.inTurns(List.of(
                    new Way("service", edge.get(service, "/tickets/%s")),
                    new Way("bare proxy", edge.get(proxy, "/tickets/%s")),
                    new Way("gateway", edge.get(target.gateway(), "/api/tickets-get.php/%s.json"))));
        }
    }

    private AsyncRequest get(ServiceClient at, String path) {
        return () -> at.get(
                path.replace("%s", numbers.get(ThreadLocalRandom.current().nextInt(numbers.size()))), OK);
    }

    private List<Measurement> inTurns(List<Way> ways) {
        MeasuringTime part =
                new MeasuringTime(CHANGE_OVER, options.span().measured().dividedBy(ROUNDS));
        MeasuringTime warmUp =
                new MeasuringTime(Duration.ZERO, options.span().warmUp().dividedBy(ROUNDS));
        for (int round = 0; round < ROUNDS; round++) {
            ways.forEach(way -> most(way, warmUp));
        }
        for (int round = 0; round < ROUNDS; round++) {
            measureRound(ways, round);
        }
        return ways.stream()
                .flatMap(way -> List.of(Measurement.together(way.most()), Measurement.together(way.usual())).stream())
                .toList();
    }

    /** Each round begins with another way. */
    private void measureRound(List<Way> ways, int round) {
        MeasuringTime part =
                new MeasuringTime(CHANGE_OVER, options.span().measured().dividedBy(ROUNDS));
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get((round + i) % ways.size());
            way.most().add(said(round, most(way, part)));
            way.usual().add(said(round, usual(way, part)));
        }
    }

    private Measurement most(Way way, MeasuringTime span) {
        return ClosedLoop.run(
                "edge.get." + way.name().replace(' ', '-') + ".max",
                "get, " + way.name() + ", " + options.inFlight() + " in flight",
                way.operation(),
                options.inFlight(),
                span);
    }

    private Measurement usual(Way way, MeasuringTime span) {
        return OpenLoop.run(
                "edge.get." + way.name().replace(' ', '-') + ".open",
                String.format("get, %s, %.0f per second", way.name(), rate),
                way.operation(),
                rate,
                span);
    }

    private static Measurement said(int round, Measurement figure) {
        System.err.println("round " + (round + 1) + ": " + figure.row().strip());
        return figure;
    }
}
