package dev.ticketwire.subticket.hierarchy;

import dev.ticketwire.quickstart.test.TestHelpDesk;
import dev.ticketwire.quickstart.test.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The demo help desk for this service's integration tests, on free ports. */
public class HelpDeskResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        TestHelpDesk desk = TestInfrastructure.helpDesk("subticket");
        return Map.of(
                "ticketwire.db.url", desk.service().url(),
                "ticketwire.db.user", desk.service().user(),
                "ticketwire.db.password", desk.service().password(),
                "quarkus.http.test-port", "0",
                "quarkus.management.test-port", "0");
    }

    @Override
    public void stop() {
        // the server ends with the JVM
    }
}
