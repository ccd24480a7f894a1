package dev.ticketwire.mail.smtp;

import org.jspecify.annotations.Nullable;

/**
 * An SMTP server and how to use it.
 *
 * @param account address of the osTicket account, null for the relay
 * @param allowsSpoofing whether mails from other addresses than {@code account} need no {@code Sender}
 */
record Server(
        String host,
        int port,
        Tls tls,
        @Nullable Login login,
        @Nullable String account,
        boolean allowsSpoofing) {
    /** When the connection is encrypted. */
    enum Tls {
        NONE,
        STARTTLS,
        FROM_START
    }

    /** Its text shows no password. */
    record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[]";
        }
    }

    static Server relay(String host, int port, Tls tls, @Nullable Login login) {
        return new Server(host, port, tls, login, null, true);
    }

    /** For logs and operators. */
    String name() {
        return host + ":" + port;
    }

    /** The address for {@code Sender} and MAIL FROM of a mail from {@code from}; null if it needs none. */
    @Nullable
    String sender(String from) {
        return account == null || allowsSpoofing || account.equalsIgnoreCase(from) ? null : account;
    }
}
