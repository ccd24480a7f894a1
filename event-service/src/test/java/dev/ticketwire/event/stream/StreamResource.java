package dev.ticketwire.event.stream;

import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The service on a real database and broker, with so few events in memory that most are read from Kafka. */
public final class StreamResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(TestInfrastructure.serviceSettings("event_stream"));
        settings.put("kafka.bootstrap.servers", TestInfrastructure.bootstrapServers());
        settings.put("ticketwire.events.capture", "false");
        settings.put("ticketwire.stream.topic.recent-events", "50");
        settings.put("ticketwire.stream.heart-beat", "1s");
        settings.put("ticketwire.stream.patience", "1s");
        return settings;
    }

    @Override
    public void stop() {}
}
