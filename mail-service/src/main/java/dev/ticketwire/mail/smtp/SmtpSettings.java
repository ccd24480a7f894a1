package dev.ticketwire.mail.smtp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Through which servers mails are sent. */
@ConfigMapping(prefix = "ticketwire.mail")
public interface SmtpSettings {
    /** The relay: {@code smtp://host:port} with STARTTLS, except on loopback; {@code smtps://host:port} with TLS. */
    Optional<String> smtpUrl();

    Optional<String> smtpUser();

    Optional<String> smtpPassword();

    /** Whether osTicket's own SMTP accounts are tried first. */
    @WithDefault("true")
    boolean accounts();

    /** Whether mails are sent by osTicket's accounts although there is no relay. */
    @WithDefault("false")
    boolean accountsOnly();

    /**
     * Passwords of osTicket's accounts, which cannot be read from its database: one line for each, {@code
     * support@example.com user:password}.
     */
    Optional<String> accountPasswords();

    /** PEM file of certificates that are trusted besides the JDK's, e.g. of an authority of one's own. */
    Optional<String> certificates();

    /** How often osTicket's accounts are read. */
    @WithDefault("1s")
    Duration accountsRefresh();

    /** Connections to one server, at most. */
    @WithDefault("4")
    int connections();

    /** For one address of a server. */
    @WithDefault("10s")
    Duration connectTimeout();

    /** For one answer of a server but the last, and for each write. */
    @WithDefault("60s")
    Duration answerTimeout();

    /** For all of one attempt to send a mail, whatever it does: no attempt takes longer. */
    @WithDefault("5m")
    Duration attemptTimeout();
}
