package dev.ticketwire.setup.topics;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Kafka's admin client, with short waits. */
public final class BrokerClient {
    private static final Map<String, String> WAITS = Map.of(
            "request.timeout.ms", "5000",
            "default.api.timeout.ms", "20000",
            "reconnect.backoff.ms", "20",
            "reconnect.backoff.max.ms", "100",
            "retry.backoff.ms", "20",
            "retry.backoff.max.ms", "100");

    private BrokerClient() {}

    /** @param settings win over the waits */
    public static Admin of(Map<String, String> settings) {
        Map<String, Object> all = new HashMap<>(WAITS);
        all.putAll(settings);
        return Admin.create(all);
    }
}
