package dev.ticketwire.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.check.Purpose;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.database.Migration;
import dev.ticketwire.setup.database.Migration.Indexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The migration, on the demo help desk before it and in the state that earlier versions left. */
class MigrationIT {
    private static final String[] OURS = {
        "ticketwire_counts",
        "ticketwire_dept_created",
        "ticketwire_newest",
        "ticketwire_number",
        "ticketwire_status_created",
        "ticketwire_updated"
    };

    private final List<String> said = new ArrayList<>();
    private final Database desk = TestInfrastructure.helpDesk("migration").root();

    @BeforeEach
    void forgetTheMigration() throws SQLException {
        run(
                "DROP TABLE ticketwire_schema_history, ticketwire_command, ticketwire_external_id",
                "ALTER TABLE ost_ticket DROP INDEX ticketwire_counts, DROP INDEX ticketwire_dept_created,"
                        + " DROP INDEX ticketwire_newest, DROP INDEX ticketwire_number,"
                        + " DROP INDEX ticketwire_status_created, DROP INDEX ticketwire_updated");
    }

    @Test
    void withoutIndexesOnlyTheOneThatLockingNeedsIsAdded() throws SQLException {
        int run = Migration.migrate(desk, Indexes.LEFT_OUT, Purpose.MIGRATE, said::add);

        assertThat(run).isEqualTo(5);
        assertThat(indexes()).containsExactly("ticketwire_number");
        assertThat(said).hasSize(5).first().asString().contains("a help desk of about", "can be used meanwhile");
    }

    @Test
    void indexesLeftOutOnceAreBuiltTheNextTime() throws SQLException {
        Migration.migrate(desk, Indexes.LEFT_OUT, Purpose.MIGRATE, said::add);

        int run = Migration.migrate(desk);

        assertThat(run).isOne();
        assertThat(indexes()).containsExactly(OURS);
    }

    @Test
    void theSqlForHandUseInTheDocsBuildsTheSame() throws Exception {
        Migration.migrate(desk, Indexes.LEFT_OUT, Purpose.MIGRATE, said::add);
        run(fromTheDocs("ALTER TABLE ost_ticket WAIT 10\n"));

        assertThat(indexes()).containsExactly(OURS);
        assertThat(Migration.migrate(desk)).isOne();
        run(fromTheDocs("DROP TABLE").split(";"));
        assertThat(indexes()).isEmpty();
        assertThat(texts("SHOW TABLES LIKE 'ticketwire%'")).isEmpty();
    }

    /** The block of SQL that begins so. */
    private static String fromTheDocs(String begin) throws IOException {
        String block = "```sql\n";
        String docs = Files.readString(Path.of("../docs/database.md"));
        int from = docs.indexOf(block + begin) + block.length();
        return docs.substring(from, docs.indexOf("\n```", from));
    }

    @Test
    void indexesOnceBuiltStayWhenTheyAreLeftOutLater() throws SQLException {
        Migration.migrate(desk);

        int run = Migration.migrate(desk, Indexes.LEFT_OUT, Purpose.MIGRATE, said::add);

        assertThat(run).isZero();
        assertThat(said).isEmpty();
        assertThat(indexes()).containsExactly(OURS);
    }

    @Test
    void aSecondMigrationFindsNothingToDo() {
        assertThat(Migration.migrate(desk)).isEqualTo(6);

        assertThat(Migration.migrate(desk, Indexes.BUILT, Purpose.MIGRATE, said::add))
                .isZero();
        assertThat(said).isEmpty();
    }

    @Test
    void aDatabaseOfVersionsOneAndTwoPassesThroughAndKeepsItsRows() throws SQLException {
        versionsOneAndTwo();
        run("INSERT INTO ticketwire_external_id VALUES (1, 'kept', 1, NOW())");

        int run = Migration.migrate(desk);

        assertThat(run).isEqualTo(6);
        assertThat(indexes()).containsExactly(OURS);
        assertThat(texts("SELECT external_id FROM ticketwire_external_id")).containsExactly("kept");
        assertThat(texts("SELECT version FROM ticketwire_schema_history WHERE success = 1 AND version IS NOT NULL"
                        + " ORDER BY installed_rank"))
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
        assertThat(Migration.migrate(desk)).isZero();
    }

    /** What the scripts of versions 1 and 2 made, and what Flyway wrote down about them. */
    private void versionsOneAndTwo() throws SQLException {
        Migration.migrate(desk, Indexes.LEFT_OUT, Purpose.MIGRATE, said::add);
        run(
                "DELETE FROM ticketwire_schema_history WHERE version > 0",
                "ALTER TABLE ost_ticket ADD INDEX ticketwire_status_created (status_id, created),"
                        + " ADD INDEX ticketwire_dept_created (dept_id, created), ADD INDEX ticketwire_updated (updated)",
                "INSERT INTO ticketwire_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success) VALUES (2, '1', 'inbox permissions and indexes', 'SQL',"
                        + " 'V1__inbox_permissions_and_indexes.sql', 4711, 'root', 1, 1), (3, '2', 'names that callers give"
                        + " tickets', 'SQL', 'V2__names_that_callers_give_tickets.sql', 4712, 'root', 1, 1)");
    }

    private List<String> indexes() throws SQLException {
        return texts("SELECT DISTINCT index_name FROM information_schema.statistics WHERE table_schema = DATABASE()"
                + " AND table_name = 'ost_ticket' AND index_name LIKE 'ticketwire%' ORDER BY 1");
    }

    private void run(String... statements) throws SQLException {
        TestSql.execute(desk, statements);
    }

    private List<String> texts(String sql) throws SQLException {
        return TestSql.texts(desk, sql);
    }
}
