package dev.ticketwire.mail.operator;

import java.sql.SQLException;

/** Mails could not be read or changed: the database refused, or is away. */
final class MailsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MailsUnavailableException(SQLException cause) {
        super("mails could not be read or changed", cause);
    }
}
