package dev.ticketwire.command.mail;

import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.ticket.Sandbox;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.osticket.schema.TablePrefix;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The handler on a real database with the demo help desk; each test in a transaction that is rolled back. */
abstract class ReceiveMailsTestCase {
    /** The newest entry of a ticket. */
    static final String ENTRY =
            "SELECT e.type, e.pid, e.staff_id, e.user_id, e.flags, e.poster, e.source, IFNULL(e.title, 'none') AS title,"
                    + " e.body, e.format, e.ip_address, IFNULL(e.recipients, 'none') AS recipients FROM {thread_entry} e"
                    + " JOIN {thread} h ON h.id = e.thread_id WHERE h.object_id = ? ORDER BY e.id DESC LIMIT 1";

    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot snapshot;

    @Inject
    ReceiveMails handler;

    Sandbox desk;

    @BeforeEach
    void begin() throws SQLException {
        snapshot.refresh();
        desk = new Sandbox(database.getConnection(), snapshot.current());
    }

    @AfterEach
    void undo() throws SQLException {
        desk.close();
    }

    static TestMail nina() {
        return TestMail.from("Nina New", "nina@example.org");
    }

    static TestMail ayla() {
        return TestMail.from("Ayla", "ayla@mail.example");
    }

    Result.Applied taken(TestMail mail) throws SQLException {
        return Sandbox.applied(apply(mail).getFirst());
    }

    List<Result> apply(TestMail... mails) throws SQLException {
        return desk.apply(handler, Arrays.stream(mails).map(TestMail::command).toList());
    }

    /** Settings are read apart from the test's transaction. */
    void committed(String... statements) throws SQLException {
        commit(statements);
        desk.close();
        begin();
    }

    void commit(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(TablePrefix.named(sql));
            }
        }
    }
}
