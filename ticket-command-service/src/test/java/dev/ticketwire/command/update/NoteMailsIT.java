package dev.ticketwire.command.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.command.notice.MailsOn;
import dev.ticketwire.osticket.schema.TablePrefix;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mails about internal notes, as rows of the same transaction. */
@QuarkusTest
@TestProfile(MailsOn.class)
@QuarkusTestResource(HelpDeskResource.class)
class NoteMailsIT extends UpdateTestCase {
    private static final String TOLD = "SELECT CONCAT(type, ' ', from_address) FROM ticketwire_mail ORDER BY id";

    @BeforeEach
    void alertAgents() throws SQLException {
        set("1");
    }

    @AfterEach
    void alertNobody() throws SQLException {
        set("");
    }

    @Test
    void aNoteOfAShortPathIsToldToTheAssignedAgent() throws SQLException {
        desk.change(TestUpdate.of("602881").strict().with("note", "Seen"));

        assertThat(desk.column(TOLD)).containsExactly("activity-alert alerts@harbourbikes.example");
    }

    @Test
    void thePluginsUpdateTellsNobody() throws SQLException {
        desk.change(TestUpdate.of("602881").with("note", "Seen"));

        assertThat(desk.column(TOLD)).isEmpty();
    }

    @Test
    void aChangeWithoutANoteTellsNobody() throws SQLException {
        desk.change(TestUpdate.of("602881").strict().with("priority", "High"));

        assertThat(desk.column(TOLD)).isEmpty();
    }

    /** Settings are read apart from the test's transaction. */
    private void set(String value) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    TablePrefix.named("UPDATE {config} SET value = '" + value + "' WHERE `key` = 'note_alert_active'"));
        }
        desk.close();
        begin();
    }
}
