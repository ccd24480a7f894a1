package dev.ticketwire.osticket.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether Ticketwire sends mails: if a relay is set, or if it may send by osTicket's own accounts alone. The same for
 * all services. While it is off, no mail is decided, so none is sent later.
 */
@ApplicationScoped
public class MailSwitch {
    private final boolean on;

    MailSwitch(
            @ConfigProperty(name = "ticketwire.mail.smtp-url") Optional<String> relay,
            @ConfigProperty(name = "ticketwire.mail.accounts-only", defaultValue = "false") boolean accountsOnly) {
        this.on = accountsOnly || relay.filter(url -> !url.isBlank()).isPresent();
    }

    public boolean isOn() {
        return on;
    }
}
