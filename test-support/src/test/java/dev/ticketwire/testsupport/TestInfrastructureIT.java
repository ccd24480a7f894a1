package dev.ticketwire.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.setup.database.Migration;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class TestInfrastructureIT {
    private static final TestHelpDesk DESK = TestInfrastructure.helpDesk("infrastructure");

    @Test
    void theDemoHelpDeskHasTicketsAParentAndItsChildren() throws SQLException {
        List<String> children = TestSql.texts(
                DESK.service(),
                "SELECT child.number FROM ost_ticket child JOIN ost_ticket parent ON child.ticket_pid = parent.ticket_id"
                        + " WHERE parent.number = '602881' ORDER BY 1");

        assertThat(children).containsExactly("602882", "602883");
        assertThat(TestSql.texts(DESK.service(), "SELECT COUNT(*) FROM ost_ticket"))
                .containsExactly("12");
    }

    @Test
    void aSecondMigrationFindsNothingToDo() {
        int run = Migration.migrate(DESK.root());

        assertThat(run).isZero();
        assertThat(Migration.tablePrefix(DESK.root())).isEqualTo("ost_");
    }

    @Test
    void theMigrationAddsInboxAndIndexes() throws SQLException {
        List<String> indexes = TestSql.texts(
                DESK.root(),
                "SELECT DISTINCT index_name FROM information_schema.statistics WHERE table_schema = DATABASE()"
                        + " AND table_name = 'ost_ticket' AND index_name LIKE 'ticketwire%' ORDER BY 1");

        assertThat(indexes)
                .containsExactly(
                        "ticketwire_counts",
                        "ticketwire_dept_created",
                        "ticketwire_newest",
                        "ticketwire_number",
                        "ticketwire_status_created",
                        "ticketwire_updated");
        assertThat(TestSql.texts(DESK.service(), "SELECT COUNT(*) FROM ticketwire_command"))
                .containsExactly("0");
    }

    @Test
    void theServicesMayChangeRowsButNoTablesAndNoServer() throws SQLException {
        TestSql.execute(DESK.service(), "UPDATE ost_ticket SET updated = NOW() WHERE number = '480113'");

        assertThatThrownBy(() -> TestSql.execute(DESK.service(), "ALTER TABLE ost_ticket ADD COLUMN x INT"))
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> TestSql.execute(DESK.service(), "SET GLOBAL timestamp = 1"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> TestSql.texts(DESK.service(), "SELECT user FROM mysql.user"))
                .hasMessageContaining("denied");
    }

    @Test
    void everyTopicHasTwelvePartitionsAndTakesTheLongestRecord() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers()))) {
            List<String> names = List.of(Topics.COMMANDS, Topics.OUTCOMES, Topics.DEAD_LETTERS, Topics.AUDIT);
            Map<String, TopicDescription> topics =
                    admin.describeTopics(names).allTopicNames().get();
            ConfigResource commands = new ConfigResource(ConfigResource.Type.TOPIC, Topics.COMMANDS);
            var settings = admin.describeConfigs(List.of(commands))
                    .all()
                    .get()
                    .values()
                    .iterator()
                    .next();

            assertThat(topics.values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(12));
            assertThat(Integer.parseInt(settings.get("max.message.bytes").value()))
                    .isGreaterThan(64 * 1024 * 1024);
            assertThat(settings.get("retention.ms").value()).isEqualTo("604800000");
        }
    }
}
