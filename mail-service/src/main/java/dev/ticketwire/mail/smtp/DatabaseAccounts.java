package dev.ticketwire.mail.smtp;

import dev.ticketwire.osticket.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Reads them from osTicket's tables. */
@ApplicationScoped
class DatabaseAccounts implements AccountReader {
    private static final String ACCOUNTS = """
            SELECT a.id, a.email_id, e.email, a.host, a.port, a.encryption, a.auth_bk, a.allow_spoofing
            FROM {email_account} a JOIN {email} e ON e.email_id = a.email_id
            WHERE a.type = 'smtp' AND a.active = 1 AND a.host <> '' AND a.port BETWEEN 1 AND 65535 ORDER BY a.id""";
    private static final String DEFAULT =
            "SELECT value FROM {config} WHERE namespace = 'core' AND `key` = 'default_smtp_id'";

    private final DataSource database;

    DatabaseAccounts(DataSource database) {
        this.database = database;
    }

    @Override
    public Accounts read() throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<Account> accounts = Statements.list(connection, ACCOUNTS, DatabaseAccounts::account);
            int ofEverybody = Statements.first(connection, DEFAULT, row -> id(row.getString(1)))
                    .orElse(0);
            return new Accounts(accounts, ofEverybody);
        }
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getInt("id"),
                row.getInt("email_id"),
                row.getString("email"),
                row.getString("host"),
                row.getInt("port"),
                row.getString("encryption"),
                row.getString("auth_bk"),
                row.getBoolean("allow_spoofing"));
    }

    private static int id(String value) {
        return value.strip().matches("\\d{1,9}") ? Integer.parseInt(value.strip()) : 0;
    }
}
