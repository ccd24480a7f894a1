package dev.ticketwire.command.apply;

import dev.ticketwire.setup.database.Database;
import dev.ticketwire.testsupport.TestHelpDesk;
import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * The demo help desk and the broker for this service's integration tests. Tests learn of them through settings: the
 * class that started them is another one than the test's (Quarkus loads both).
 */
public class HelpDeskResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        TestHelpDesk desk = TestInfrastructure.helpDesk("command");
        Database service = desk.service();
        return Map.of(
                "ticketwire.db.url", service.url(),
                "ticketwire.db.user", service.user(),
                "ticketwire.db.password", service.password(),
                "kafka.bootstrap.servers", TestInfrastructure.bootstrapServers(),
                "test.root.user", desk.root().user(),
                "test.root.password", desk.root().password());
    }

    @Override
    public void stop() {
        // the servers end with the JVM
    }
}
