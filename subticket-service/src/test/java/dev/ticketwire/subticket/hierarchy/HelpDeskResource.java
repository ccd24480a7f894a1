package dev.ticketwire.subticket.hierarchy;

import dev.ticketwire.testsupport.TestIdentity;
import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The demo help desk for this service's integration tests, on free ports. */
public class HelpDeskResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        TestIdentity.signRequests("subticket-service");
        return TestInfrastructure.serviceSettings("subticket");
    }

    @Override
    public void stop() {
        // the server ends with the JVM
    }
}
