package dev.ticketwire.mail.operator;

import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The service on a real database, without a relay: what waits stays. */
public final class MailServiceResource implements QuarkusTestResourceLifecycleManager {
    /** Of the database. */
    static final String NAME = "mails_of_operators";

    @Override
    public Map<String, String> start() {
        return TestInfrastructure.serviceSettings(NAME);
    }

    @Override
    public void stop() {}
}
