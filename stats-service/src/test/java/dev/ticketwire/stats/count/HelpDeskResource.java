package dev.ticketwire.stats.count;

import dev.ticketwire.testsupport.TestIdentity;
import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The demo help desk for this service's integration tests, on free ports. */
public class HelpDeskResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        TestIdentity.signRequests("stats-service");
        return TestInfrastructure.serviceSettings("stats");
    }

    @Override
    public void stop() {
        // the server ends with the JVM
    }
}
