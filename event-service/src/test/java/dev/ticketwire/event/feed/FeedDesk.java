package dev.ticketwire.event.feed;

import dev.ticketwire.setup.database.Database;
import dev.ticketwire.testsupport.TestHelpDesk;
import dev.ticketwire.testsupport.TestIdentity;
import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The demo help desk and the broker. The service stands by: tests run replicas of their own. */
public class FeedDesk implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        TestHelpDesk desk = TestInfrastructure.helpDesk("feed");
        Database service = desk.service();
        Map<String, String> settings = new HashMap<>(TestIdentity.serviceSettings());
        settings.put("ticketwire.db.url", service.url());
        settings.put("ticketwire.db.user", service.user());
        settings.put("ticketwire.db.password", service.password());
        settings.put("ticketwire.events.capture", "false");
        settings.put("kafka.bootstrap.servers", TestInfrastructure.bootstrapServers());
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        settings.put("test.root.user", desk.root().user());
        settings.put("test.root.password", desk.root().password());
        settings.put("test.kafka", TestInfrastructure.bootstrapServers());
        return settings;
    }

    @Override
    public void stop() {
        // The servers end with the JVM.
    }
}
