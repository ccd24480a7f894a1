package dev.ticketwire.mail.smtp;

import dev.ticketwire.mail.smtp.Server.Login;
import dev.ticketwire.mail.smtp.Server.Tls;
import org.jspecify.annotations.Nullable;

/**
 * An active SMTP account of osTicket.
 *
 * @param mailbox id of its address
 * @param encryption {@code NONE}, {@code AUTO} or {@code SSL}
 * @param authentication {@code none}; everything else needs a password
 */
record Account(
        int id,
        int mailbox,
        String address,
        String host,
        int port,
        String encryption,
        String authentication,
        boolean allowsSpoofing) {
    private static final int SMTPS = 465;

    boolean needsPassword() {
        return !authentication.isBlank() && !authentication.equals("none");
    }

    Server server(@Nullable Login login) {
        return new Server(host.strip(), port, tls(), login, address, allowsSpoofing);
    }

    /** STARTTLS also for {@code NONE}: mails go unencrypted to this machine only. */
    private Tls tls() {
        if (encryption.equals("SSL") || encryption.equals("AUTO") && port == SMTPS) {
            return Tls.FROM_START;
        }
        return Loopback.is(host.strip()) ? Tls.NONE : Tls.STARTTLS;
    }
}
