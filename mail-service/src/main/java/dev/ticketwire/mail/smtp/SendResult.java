package dev.ticketwire.mail.smtp;

import java.util.List;

/**
 * What became of an attempt. {@code server} is the one that answered last; {@code status} the SMTP status, 0 for none;
 * {@code error} one line without addresses or contents.
 */
public sealed interface SendResult {
    /**
     * A server took it over.
     *
     * @param missed recipients that the server did not take, each with its answer
     */
    record Sent(String server, int status, List<Missed> missed) implements SendResult {}

    /** No server will ever take it. */
    record Refused(String server, int status, String error) implements SendResult {}

    /** A server did not take this mail for now; it works for others. */
    record Deferred(String server, int status, String error) implements SendResult {}

    /** No server can be used now: connection, TLS, login, or a server that takes nothing. No fault of the mail. */
    record Unreachable(String server, int status, String error) implements SendResult {}

    /** @param forGood whether it is refused, not deferred */
    record Missed(String address, boolean forGood, int status, String error) {}
}
