package dev.ticketwire.benchmark;

import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The CPU time that each process of the suite uses for an operation through the gateway. CPU time, unlike throughput,
 * hardly depends on what else runs on the machine: 1,000 divided by a process's milliseconds is what one core carries.
 */
final class CoresBenchmark {
    private static final int STREAMS = 100;
    private static final double UPDATES_BESIDE_STREAMS = 20;
    private static final int OK = 200;

    private final BenchmarkOptions options;
    private final Target target;
    private final Path home;
    private final BenchmarkReport report;

    CoresBenchmark(BenchmarkOptions options, Target target, Path home, BenchmarkReport report) {
        this.options = options;
        this.target = target;
        this.home = home;
        this.report = report;
    }

    /** An operation by its name. */
    private record Load(String name, AsyncRequest request) {}

    /** What some operations took. */
    private record Cost(long operations, CpuTimes cpu, StoredBytes bytes) {
        String line(String what, double perSecond) {
            return String.format(
                    Locale.ROOT,
                    "%s: %d at %.0f per second; CPU ms each: %s; bytes each: %s",
                    what,
                    operations,
                    perSecond,
                    each(cpu.seconds(), 1000, "%.2f"),
                    each(bytes.byPlace(), 1, "%.0f"));
        }

        private String each(Map<String, ? extends Number> amounts, double factor, String format) {
            return amounts.entrySet().stream()
                    .map(amount -> amount.getKey() + " "
                            + String.format(
                                    Locale.ROOT,
                                    format,
                                    factor * amount.getValue().doubleValue() / operations))
                    .collect(Collectors.joining(", "));
        }
    }

    void run() throws Exception {
        CpuTimes rest = atRest();
        report.say("at rest, percent of a core: "
                + rest.seconds().entrySet().stream()
                        .map(process -> String.format(
                                Locale.ROOT,
                                "%s %.1f",
                                process.getKey(),
                                100 * process.getValue() * 1e9 / rest.nanoTime()))
                        .collect(Collectors.joining(", ")));
        for (Load load : loads().filter(load -> wants(load.name())).toList()) {
            measure(load, rest);
        }
        if (wants("stream")) {
            streams(rest);
        }
    }

    private boolean wants(String part) {
        return part.contains(options.only());
    }

    private Stream<Load> loads() {
        ServiceClient gateway = target.gateway();
        return Stream.of(
                new Load("create", new CreateRequests(gateway)),
                new Load("update", new UpdateRequests(gateway, target.numbers())),
                new Load("get", new GetRequests(gateway, target.numbers())),
                path(gateway, "search", "/api/tickets-search.php?limit=20"),
                path(gateway, "list", "/tickets"),
                path(gateway, "thread", "/tickets/" + target.numbers().getFirst() + "/thread"),
                path(gateway, "statistics", "/api/tickets-stats.php"));
    }

    private static Load path(ServiceClient gateway, String name, String path) {
        return new Load(name, () -> gateway.get(path, OK));
    }

    private CpuTimes atRest() throws Exception {
        CpuTimes begin = CpuTimes.now(home);
        Thread.sleep(options.span().measured().toMillis());
        return CpuTimes.now(home).since(begin);
    }

    private void measure(Load load, CpuTimes rest) throws Exception {
        String name = "cores." + load.name();
        ClosedLoop.run(name, load.name(), load.request(), options.inFlight(), onlyWarmUp());
        LongAdder done = new LongAdder();
        AsyncRequest counted = () -> load.request().send().whenComplete((good, error) -> done.increment());
        StoredBytes bytes =
                StoredBytes.now(target.connection(), target.environment().kafka());
        CpuTimes begin = CpuTimes.now(home);
        Measurement measured = ClosedLoop.run(name, load.name(), counted, options.inFlight(), onlyMeasured());
        tell(load.name(), done.sum(), measured, rest, begin, bytes);
    }

    /** Updates with many streams open: the difference to the updates above is the messages'. */
    private void streams(CpuTimes rest) throws Exception {
        URI gateway = URI.create(target.environment().gateway());
        AsyncRequest updates = new UpdateRequests(target.gateway(), target.numbers());
        LongAdder messages = new LongAdder();
        try (StreamClients clients = StreamClients.open(gateway, this::byKey, STREAMS, id -> messages.increment())) {
            OpenLoop.run("cores.stream", "stream", updates, UPDATES_BESIDE_STREAMS, onlyWarmUp());
            messages.reset();
            StoredBytes bytes =
                    StoredBytes.now(target.connection(), target.environment().kafka());
            CpuTimes begin = CpuTimes.now(home);
            Measurement measured =
                    OpenLoop.run("cores.stream", "stream", updates, UPDATES_BESIDE_STREAMS, onlyMeasured());
            TimeUnit.SECONDS.sleep(2);
            tell("message to one of " + STREAMS + " streams", messages.sum(), measured, rest, begin, bytes);
            report.say(clients.ended() + " streams ended by themselves");
        }
    }

    private void tell(
            String what, long operations, Measurement measured, CpuTimes rest, CpuTimes begin, StoredBytes bytes)
            throws Exception {
        report.add(measured);
        // What the events of the last changes take belongs to them.
        TimeUnit.SECONDS.sleep(3);
        CpuTimes used = CpuTimes.now(home).since(begin).without(rest);
        StoredBytes written = StoredBytes.now(
                        target.connection(), target.environment().kafka())
                .since(bytes);
        report.say(new Cost(operations, used, written).line(what, measured.perSecond()));
    }

    private void byKey(RequestOptions request) {
        request.putHeader("X-API-Key", options.key());
    }

    private MeasuringTime onlyWarmUp() {
        return new MeasuringTime(Duration.ZERO, options.span().warmUp());
    }

    private MeasuringTime onlyMeasured() {
        return new MeasuringTime(Duration.ZERO, options.span().measured());
    }
}
