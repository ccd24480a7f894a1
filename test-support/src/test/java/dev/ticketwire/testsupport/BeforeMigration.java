package dev.ticketwire.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketwire.osticket.check.DatabaseUnusable;
import dev.ticketwire.osticket.check.Purpose;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.database.Migration;
import dev.ticketwire.setup.database.Migration.Indexes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The demo help desk as it was before the migration, and a user without rights. */
abstract class BeforeMigration {
    static final String[] EVERY_RIGHT = {"SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER"};

    final List<String> said = new ArrayList<>();
    final TestHelpDesk both = TestInfrastructure.helpDesk("old");
    final Database desk = both.root();
    final Database other = desk.as("somebody", "secret");

    @BeforeEach
    void asItWasBeforeTheMigration() throws SQLException {
        for (String table : texts("SHOW TABLES LIKE 'ticketwire%'")) {
            run("DROP TABLE " + table);
        }
        for (String index : texts("SELECT DISTINCT index_name FROM information_schema.statistics WHERE table_schema ="
                + " DATABASE() AND table_name = 'ost_ticket' AND index_name LIKE 'ticketwire%'")) {
            run("ALTER TABLE ost_ticket DROP INDEX " + index);
        }
        // Those of a plugin refer to tickets, which only InnoDB can.
        run("DROP TABLE ost_ticket_hierarchy_metadata, ost_ticket_progress");
        run("DROP USER IF EXISTS somebody@'%'", "CREATE USER somebody@'%' IDENTIFIED BY 'secret'");
    }

    @AfterEach
    void everybodyMayWriteAgain() throws SQLException {
        run("SET GLOBAL read_only = OFF", "SET GLOBAL default_storage_engine = InnoDB");
    }

    void grant(String... rights) throws SQLException {
        run("GRANT " + String.join(", ", rights) + " ON old.* TO somebody@'%'");
    }

    /** The refusal to migrate, after which nothing has changed. */
    String refusal(Database as) throws SQLException {
        List<String> before = state();
        String message = message(as);
        assertThat(state()).isEqualTo(before);
        return message;
    }

    List<String> state() throws SQLException {
        return texts("SELECT CONCAT_WS(' ', table_name, engine, create_time) FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() ORDER BY 1");
    }

    String message(Database as) {
        return message(as, Purpose.MIGRATE);
    }

    String message(Database as, Purpose purpose) {
        DatabaseUnusable refusal = catchThrowableOfType(
                DatabaseUnusable.class, () -> Migration.migrate(as, Indexes.BUILT, purpose, said::add));
        assertThat(refusal).isNotNull();
        return String.valueOf(refusal.getMessage());
    }

    void run(String... statements) throws SQLException {
        TestSql.execute(desk, statements);
    }

    List<String> texts(String sql) throws SQLException {
        return TestSql.texts(desk, sql);
    }
}
