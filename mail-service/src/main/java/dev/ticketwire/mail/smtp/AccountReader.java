package dev.ticketwire.mail.smtp;

import java.sql.SQLException;

/** Reads osTicket's active SMTP accounts. */
@FunctionalInterface
interface AccountReader {
    /** Those of now. */
    Accounts read() throws SQLException;
}
