package dev.ticketwire.command.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills them in
class InboxRetentionIT {
    @Inject
    AgroalDataSource database;

    @Inject
    InboxRetention retention;

    @AfterEach
    void clear() throws SQLException {
        run("DELETE FROM ticketwire_command WHERE kind = 'retention-test'");
    }

    @Test
    void finishedCommandsAreDeletedAfterTheirTimeAndFailedOnesStay() throws SQLException {
        handled("old", "applied", 193);
        handled("old-too", "rejected", 193);
        handled("failed", "failed", 193);
        handled("young", "applied", 191);

        int deleted = retention.deleteFinished();

        assertThat(deleted).isEqualTo(2);
        assertThat(left()).containsExactly("failed", "young");
    }

    @Test
    void moreThanOneStatementsWorthIsDeletedInOneRun() throws SQLException {
        run("INSERT INTO ticketwire_command (id, kind, api_key_id, fingerprint, state, applied_at)"
                + " SELECT CONCAT('many-', seq), 'retention-test', 1, '', 'applied', NOW() - INTERVAL 193 HOUR"
                + " FROM seq_1_to_2001");

        assertThat(retention.deleteFinished()).isEqualTo(2001);
        assertThat(left()).isEmpty();
    }

    private void handled(String id, String state, int hoursAgo) throws SQLException {
        run("INSERT INTO ticketwire_command (id, kind, api_key_id, fingerprint, state, applied_at) VALUES ('" + id
                + "', 'retention-test', 1, '', '" + state + "', NOW() - INTERVAL " + hoursAgo + " HOUR)");
    }

    private List<String> left() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT id FROM ticketwire_command WHERE kind = 'retention-test' ORDER BY id")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
