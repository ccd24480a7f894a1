package dev.ticketwire.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What the gateway costs a get: at the query service, through {@link BareProxy}, and through the gateway. */
final class EdgeCost {
    private static final int OK = 200;
    private static final double USUAL_RATE = 300;

    private final Settings settings;
    private final List<String> numbers;
    private final List<Figure> figures = new ArrayList<>();

    private EdgeCost(Settings settings, List<String> numbers) {
        this.settings = settings;
        this.numbers = numbers;
    }

    static List<Figure> measured(Settings settings, Gateway gateway, Gateway service, List<String> numbers)
            throws Exception {
        EdgeCost cost = new EdgeCost(settings, numbers);
        try (Peer peer = Peer.start(BareProxy.class, "-Xmx256m");
                Gateway proxy = new Gateway(peer.address(), settings.key())) {
            cost.load("service", service, "/tickets/%s");
            cost.load("bare proxy", proxy, "/tickets/%s");
            cost.load("gateway", gateway, "/api/tickets-get.php/%s.json");
        }
        return cost.figures;
    }

    private void load(String where, Gateway at, String path) {
        Operation operation = () -> at.get(
                path.replace("%s", numbers.get(ThreadLocalRandom.current().nextInt(numbers.size()))), OK);
        double rate = settings.rate() > 0 ? settings.rate() : USUAL_RATE;
        String name = "edge.get." + where.replace(' ', '-');
        add(ClosedLoop.run(
                name + ".max",
                "get, " + where + ", " + settings.inFlight() + " in flight",
                operation,
                settings.inFlight(),
                settings.span()));
        add(OpenLoop.run(
                name + ".open",
                String.format("get, %s, %.0f per second", where, rate),
                operation,
                rate,
                settings.span()));
    }

    private void add(Figure figure) {
        figures.add(figure);
        System.err.println(figure.row().strip());
    }
}
