package dev.ticketwire.webhook;

import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The service on a real database and broker; it may call this machine. */
public final class WebhookServiceResource implements QuarkusTestResourceLifecycleManager {
    /** Of the database. */
    public static final String NAME = "webhooks";

    private static final String KEY = Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(TestInfrastructure.serviceSettings(NAME));
        settings.put("kafka.bootstrap.servers", TestInfrastructure.bootstrapServers());
        settings.put("ticketwire.webhooks.keys", KEY);
        settings.put("ticketwire.webhooks.allow-http", "true");
        settings.put("ticketwire.webhooks.allowed-ports", "1-65535");
        settings.put("ticketwire.webhooks.allowed-addresses", "127.0.0.0/8");
        settings.put("ticketwire.webhooks.subscriptions.most-per-key", "5");
        settings.put("ticketwire.webhooks.subscriptions.refresh", "100ms");
        settings.put("ticketwire.reference.refresh", "200ms");
        return settings;
    }

    @Override
    public void stop() {}
}
