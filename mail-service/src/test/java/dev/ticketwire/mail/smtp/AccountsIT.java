package dev.ticketwire.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.mail.letter.StoredMail;
import dev.ticketwire.mail.letter.TestLetters.Draft;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.testsupport.TestInfrastructure;
import dev.ticketwire.testsupport.TestSql;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

/** osTicket's accounts, as its tables have them. */
class AccountsIT {
    private static final StoredMail MAIL =
            new Draft().from(901, "Support", "support@mail.test").mail();

    private static Database root;

    private final TestServer own = TestServer.start();
    private final TestServer everybodys = TestServer.start();
    private final TestServer relay = TestServer.start();
    private final SmtpKit kit = new SmtpKit().relay(relay.port());

    @BeforeAll
    static void makeHelpDesk() {
        root = TestInfrastructure.helpDesk("mail_accounts").root();
    }

    @BeforeEach
    void prepare() throws SQLException {
        kit.reader = new DatabaseAccounts(dataSource());
        TestSql.execute(
                root,
                "DELETE FROM ost_email_account",
                "DELETE FROM ost_email WHERE email_id > 900",
                "INSERT INTO ost_email (email_id, email, name, created, updated)"
                        + " VALUES (901, 'support@mail.test', 'Support', NOW(), NOW()),"
                        + " (902, 'alerts@mail.test', 'Alerts', NOW(), NOW())",
                "DELETE FROM ost_config WHERE namespace = 'core' AND `key` = 'default_smtp_id'");
    }

    @AfterEach
    void close() {
        kit.close();
        own.close();
        everybodys.close();
        relay.close();
    }

    @Test
    void theSendersActiveAccountIsUsedAndNoOther() throws Exception {
        account(1, 901, "mailbox", 1, own.port(), 0);
        account(2, 901, "smtp", 0, own.port(), 0);
        account(3, 902, "smtp", 1, everybodys.port(), 0);

        kit.send(MAIL);
        TestSql.execute(root, "UPDATE ost_email_account SET active = 1 WHERE id = 2");
        kit.send(MAIL);

        assertThat(relay.received).hasSize(1);
        assertThat(own.received).hasSize(1);
        assertThat(everybodys.received).isEmpty();
    }

    @Test
    void theAccountOfEverybodyIsNamedByItsOwnIdAndSendsInItsName() throws Exception {
        account(7, 902, "smtp", 1, everybodys.port(), 0);
        TestSql.execute(
                root,
                "INSERT INTO ost_config (namespace, `key`, value, updated) VALUES ('core', 'default_smtp_id', '7', NOW())");

        kit.send(MAIL);
        TestSql.execute(root, "UPDATE ost_email_account SET allow_spoofing = 1");
        kit.send(MAIL);

        assertThat(everybodys.received)
                .extracting(TestServer.Received::from)
                .containsExactly("alerts@mail.test", "support@mail.test");
        assertThat(everybodys.received.getFirst().mail()).contains("Sender: Support <alerts@mail.test>");
    }

    private static void account(int id, int mailbox, String type, int active, int port, int spoofing)
            throws SQLException {
        TestSql.execute(
                root,
                ("INSERT INTO ost_email_account (id, email_id, type, auth_bk, active, host, port, protocol, encryption,"
                                + " allow_spoofing, created, updated) VALUES (%d, %d, '%s', 'none', %d, '127.0.0.1', %d,"
                                + " 'SMTP', 'NONE', %d, NOW(), NOW())")
                        .formatted(id, mailbox, type, active, port, spoofing));
    }

    private static MariaDbDataSource dataSource() throws SQLException {
        MariaDbDataSource source = new MariaDbDataSource(root.url());
        source.setUser(root.user());
        source.setPassword(root.password());
        return source;
    }
}
