package dev.ticketwire.gateway.access;

import dev.ticketwire.osticket.key.KeyStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Records when each key was last used: in memory, and periodically in the database, so that no request writes. */
@ApplicationScoped
class ApiKeyUsage {
    private static final Logger LOG = Logger.getLogger(ApiKeyUsage.class);

    private final KeyStore store;
    private final Vertx vertx;
    private final Duration interval;
    private final Map<Integer, Instant> unwritten = new ConcurrentHashMap<>();

    ApiKeyUsage(
            KeyStore store,
            Vertx vertx,
            @ConfigProperty(name = "ticketwire.keys.write-use-every", defaultValue = "10s") Duration interval) {
        this.store = store;
        this.vertx = vertx;
        this.interval = interval;
    }

    void used(int key, Instant now) {
        unwritten.put(key, now);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(interval.toMillis(), timer -> vertx.executeBlocking(this::write, false));
    }

    void stop(@Observes ShutdownEvent event) {
        write();
    }

    private boolean write() {
        Map<Integer, Instant> times = new HashMap<>(unwritten);
        if (times.isEmpty()) {
            return false;
        }
        try {
            store.used(times);
            times.forEach(unwritten::remove);
        } catch (RuntimeException e) {
            LOG.debugf("the last use of keys cannot be written now: %s", e.getMessage());
        }
        return true;
    }
}
