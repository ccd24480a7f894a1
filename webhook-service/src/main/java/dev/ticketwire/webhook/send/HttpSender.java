package dev.ticketwire.webhook.send;

import io.quarkus.runtime.Startup;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends over HTTP. The attempts are spread over one event loop per processor, whatever thread asks for them. */
@Singleton
@Startup
final class HttpSender implements Sender {
    private final Client client;
    private final CheckedTargets targets;
    private final Duration timeout;
    private final Clock clock;
    private final String userAgent;
    private final List<Context> contexts;
    private final AtomicInteger next = new AtomicInteger();

    @Inject
    HttpSender(
            Vertx vertx,
            SendSettings settings,
            CheckedTargets targets,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this(vertx, settings, targets, version, Clock.systemUTC());
    }

    HttpSender(Vertx vertx, SendSettings settings, CheckedTargets targets, String version, Clock clock) {
        this.client = new Client(vertx, settings);
        this.targets = targets;
        this.timeout = settings.timeout();
        this.clock = clock;
        this.userAgent = "Ticketwire-Webhooks/" + version;
        this.contexts = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .<Context>mapToObj(index -> ((VertxInternal) vertx).createEventLoopContext())
                .toList();
    }

    @Override
    public Future<Attempt> send(Target target, Message message) {
        Outgoing outgoing = new Outgoing(target, message, clock.instant(), userAgent);
        Context context = contexts.get(Math.floorMod(next.getAndIncrement(), contexts.size()));
        return new Exchange(outgoing, client, targets, context, timeout).start();
    }
}
