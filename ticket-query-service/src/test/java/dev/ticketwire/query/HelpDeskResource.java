package dev.ticketwire.query;

import dev.ticketwire.quickstart.test.TestHelpDesk;
import dev.ticketwire.quickstart.test.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The demo help desk for this service's integration tests, on free ports. */
public class HelpDeskResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        TestHelpDesk desk = TestInfrastructure.helpDesk("query");
        return Map.of(
                "ticketwire.db.url", desk.service().url(),
                "ticketwire.db.user", desk.service().user(),
                "ticketwire.db.password", desk.service().password(),
                "test.root.user", desk.root().user(),
                "test.root.password", desk.root().password(),
                "quarkus.http.test-port", "0",
                "quarkus.management.test-port", "0");
    }

    @Override
    public void stop() {
        // the server ends with the JVM
    }
}
