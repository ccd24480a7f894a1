package dev.ticketwire.mail.smtp;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Servers that could not be used while another one took the mails: for a while mails go to the other at once. If all
 * are away, all are tried.
 */
final class ServerHealth {
    private static final Logger LOG = Logger.getLogger(ServerHealth.class);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Map<Server, Pause> pauses = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    private record Pause(long until, Duration length) {}

    /** @param nanos the clock, as {@link System#nanoTime} */
    ServerHealth(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** When the pause is over, one mail tries the server; the others wait for what becomes of it. */
    boolean isPaused(Server server) {
        Pause pause = pauses.get(server);
        if (pause == null) {
            return false;
        }
        long now = nanos.getAsLong();
        return now - pause.until < 0 || !pauses.replace(server, pause, pause(now, pause.length));
    }

    /** As {@link #isPaused}, without trying it. */
    boolean isKnownAway(Server server) {
        return pauses.containsKey(server);
    }

    void away(Server server, String error) {
        pauses.compute(server, (same, before) -> {
            if (before == null) {
                LOG.warnf("SMTP server %s cannot be used, mails go to the next one: %s", server.name(), error);
                return pause(nanos.getAsLong(), FIRST);
            }
            Duration doubled = before.length.multipliedBy(2);
            return pause(nanos.getAsLong(), doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
        });
    }

    void works(Server server) {
        if (pauses.remove(server) != null) {
            LOG.infof("SMTP server %s takes mails again", server.name());
        }
    }

    void tryAgain(Collection<Server> servers) {
        servers.forEach(pauses::remove);
    }

    private static Pause pause(long now, Duration length) {
        return new Pause(now + length.toNanos(), length);
    }
}
