package dev.ticketwire.query;

import dev.ticketwire.testsupport.TestHelpDesk;
import dev.ticketwire.testsupport.TestIdentity;
import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The demo help desk for this service's integration tests, on free ports. */
public class HelpDeskResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        TestHelpDesk desk = TestInfrastructure.helpDesk("query");
        TestIdentity.signRequests("ticket-query-service");
        Map<String, String> settings = new HashMap<>(TestIdentity.serviceSettings());
        settings.put("ticketwire.db.url", desk.service().url());
        settings.put("ticketwire.db.user", desk.service().user());
        settings.put("ticketwire.db.password", desk.service().password());
        settings.put("test.root.user", desk.root().user());
        settings.put("test.root.password", desk.root().password());
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        return settings;
    }

    @Override
    public void stop() {
        // the server ends with the JVM
    }
}
