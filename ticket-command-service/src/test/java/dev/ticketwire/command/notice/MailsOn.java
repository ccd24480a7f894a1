package dev.ticketwire.command.notice;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service with mails on. One profile for all its tests: each further one would start the service once more. */
public final class MailsOn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "ticketwire.mail.smtp-url",
                "smtp://127.0.0.1:1",
                "ticketwire.osticket.secret-salt",
                "a-salt-of-tests-that-is-long-enough");
    }
}
