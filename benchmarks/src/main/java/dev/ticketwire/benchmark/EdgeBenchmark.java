package dev.ticketwire.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the gateway costs a get: at the query service, through {@link BareProxy}, and through the gateway. All are warmed up first and
 * then measured in turns, so that none has a better machine than another.
 */
final class EdgeBenchmark {
    private static final int OK = 200;
    private static final double USUAL_RATE = 300;
    private static final int ROUNDS = 6;
    private static final Duration CHANGE_OVER = Duration.ofSeconds(1);

    /** One way to the same answer, with what was measured of it in each round. */
    private record Way(String name, Operation operation, List<Measurement> most, List<Measurement> usual) {
        Way(String name, Operation operation) {
            this(name, operation, new ArrayList<>(), new ArrayList<>());
        }
    }

    private final BenchmarkOptions settings;
    private final double rate;
    private final List<String> numbers;

    private EdgeBenchmark(BenchmarkOptions settings, List<String> numbers) {
        this.settings = settings;
        this.rate = settings.rate() > 0 ? settings.rate() : USUAL_RATE;
        this.numbers = numbers;
    }

    static List<Measurement> measured(
            BenchmarkOptions settings, ServiceClient gateway, ServiceClient service, List<String> numbers)
            throws Exception {
        EdgeBenchmark cost = new EdgeBenchmark(settings, numbers);
        try (ComparisonProcess peer = ComparisonProcess.start(BareProxy.class, "-Xmx256m");
                ServiceClient proxy = new ServiceClient(peer.address(), settings.key())) {
            return cost.inTurns(List.of(
                    new Way("service", cost.get(service, "/tickets/%s")),
                    new Way("bare proxy", cost.get(proxy, "/tickets/%s")),
                    new Way("gateway", cost.get(gateway, "/api/tickets-get.php/%s.json"))));
        }
    }

    private Operation get(ServiceClient at, String path) {
        return () -> at.get(
                path.replace("%s", numbers.get(ThreadLocalRandom.current().nextInt(numbers.size()))), OK);
    }

    private List<Measurement> inTurns(List<Way> ways) {
        MeasuringTime part =
                new MeasuringTime(CHANGE_OVER, settings.span().measured().dividedBy(ROUNDS));
        MeasuringTime warmUp =
                new MeasuringTime(Duration.ZERO, settings.span().warmUp().dividedBy(ROUNDS));
        for (int round = 0; round < ROUNDS; round++) {
            ways.forEach(way -> most(way, warmUp));
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < ways.size(); i++) {
                Way way = ways.get((round + i) % ways.size());
                way.most().add(said(round, most(way, part)));
                way.usual().add(said(round, usual(way, part)));
            }
        }
        return ways.stream()
                .flatMap(way -> List.of(Measurement.together(way.most()), Measurement.together(way.usual())).stream())
                .toList();
    }

    private Measurement most(Way way, MeasuringTime span) {
        return ClosedLoop.run(
                "edge.get." + way.name().replace(' ', '-') + ".max",
                "get, " + way.name() + ", " + settings.inFlight() + " in flight",
                way.operation(),
                settings.inFlight(),
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
