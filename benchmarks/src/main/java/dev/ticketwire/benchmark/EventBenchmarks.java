package dev.ticketwire.benchmark;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.identity.IdentitySigner;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The benchmark {@code events}: latency, fan-out, a slow client, a backlog and its replay. */
final class EventBenchmarks {
    /** Of one ticket each, so that changes of one ticket are far apart. */
    private static final int TICKETS = 10_000;

    private static final String SERVICE = "event-service";
    private static final int API_RATE = 300;
    private static final int SQL_RATE = 20;
    private static final int FAN_OUT_RATE = 20;
    private static final int REPLAYED = 100_000;

    private final BenchmarkOptions options;
    private final Target target;
    private final BenchmarkReport report;
    private final BacklogBenchmark backlog;
    private final URI service;
    private final IdentitySigner signer;

    EventBenchmarks(BenchmarkOptions options, Target target, Path home, BenchmarkReport report) throws IOException {
        this.options = options;
        this.target = target;
        this.report = report;
        this.backlog = new BacklogBenchmark(home, target.environment(), report);
        this.service = target.environment().service("event");
        this.signer = new IdentitySigner(target.environment().identityKey());
    }

    /** Runs those whose name contains the text of {@code --only}. */
    void run() throws Exception {
        SqlChanges changes = new SqlChanges(target.connection(), TICKETS);
        report.say("at rest, " + backlog.atRest());
        if (wants("latency")) {
            latency(changes);
        }
        if (wants("fan-out")) {
            fanOut(changes);
        }
        if (wants("slow")) {
            report.say(
                    SlowClientBenchmark.run(service, Identity.HEADER + ": " + token(), changes, target.environment()));
        }
        if (wants("backlog")) {
            report.add(backlog.run(changes, options.rows()));
        }
        if (wants("replay")) {
            report.add(ReplayBenchmark.run(target.gateway(), REPLAYED));
            report.say("after the replay, " + backlog.atRest());
        }
    }

    private boolean wants(String part) {
        return part.contains(options.only());
    }

    private void latency(SqlChanges changes) throws Exception {
        ChangeLatencyBenchmark latency = new ChangeLatencyBenchmark(target);
        latency.api(options.rateOr(API_RATE), options.span(), gateway(), this::byKey)
                .forEach(report::add);
        latency.sql(changes, SQL_RATE, options.span(), gateway(), this::byKey).forEach(report::add);
    }

    private void fanOut(SqlChanges changes) throws Exception {
        report.add(fanOut("events.fan-out.service", "at the service", service, this::signed, changes));
        report.say("after it, " + backlog.atRest());
        report.add(fanOut("events.fan-out.gateway", "through the gateway", gateway(), this::byKey, changes));
    }

    private Measurement fanOut(
            String name, String where, URI address, Consumer<RequestOptions> identity, SqlChanges changes)
            throws Exception {
        return FanOutBenchmark.run(
                name,
                where,
                address,
                identity,
                options.clients(),
                FAN_OUT_RATE,
                options.span(),
                changes,
                target.environment());
    }

    private URI gateway() {
        return URI.create(target.environment().gateway());
    }

    private void byKey(RequestOptions request) {
        request.putHeader("X-API-Key", options.key());
    }

    private void signed(RequestOptions request) {
        request.putHeader(Identity.HEADER, token());
    }

    private String token() {
        return signer.token(SERVICE, Identity.GATEWAY);
    }
}
