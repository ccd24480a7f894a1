package dev.ticketwire.webhook.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The sender as the service builds it, with a resolver whose answers the test sets. */
final class SendingKit implements AutoCloseable {
    static final SigningSecret SECRET = SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    static final Message MESSAGE =
            new Message("0-1-4728-1796031180-3-0-created", "{\"test\": 2432232314}".getBytes(UTF_8));

    private final Map<String, List<InetAddress>> names = new ConcurrentHashMap<>();
    private final Vertx vertx = Vertx.vertx();
    private final HostLookup lookup;
    final CheckedTargets rules;
    final Sender sender;

    SendingKit(TestSettings settings) {
        this(settings, Duration.ZERO);
    }

    SendingKit(TestSettings settings, Duration answersKept) {
        lookup = new HostLookup(this::resolve, answersKept);
        rules = new CheckedTargets(settings, lookup);
        sender = new HttpSender(vertx, settings, rules, "1.2.3", Clock.systemUTC());
    }

    private List<InetAddress> resolve(String name) throws UnknownHostException {
        List<InetAddress> addresses = names.get(name);
        if (addresses == null) {
            throw new UnknownHostException(name);
        }
        return addresses;
    }

    /** From now on the name has these addresses. */
    SendingKit name(String name, String... addresses) {
        names.put(name, Arrays.stream(addresses).map(SendingKit::address).toList());
        return this;
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Attempt send(String url) {
        return send(new Target(URI.create(url), Map.of(), List.of(SECRET)));
    }

    Attempt send(Target target) {
        try {
            return sender.send(target, MESSAGE)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("an attempt has to end, and never fails", e);
        }
    }

    @Override
    public void close() {
        lookup.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
