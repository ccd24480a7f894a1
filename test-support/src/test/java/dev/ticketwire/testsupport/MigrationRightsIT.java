package dev.ticketwire.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.check.Purpose;
import dev.ticketwire.setup.database.Migration;
import dev.ticketwire.setup.database.Migration.Indexes;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The rights that migration and services need, and how missing ones are named. */
class MigrationRightsIT extends BeforeMigration {
    @Test
    void rightsThatTheMigrationLacksAreNamedWithTheGrant() throws SQLException {
        grant("SELECT", "INSERT", "UPDATE", "DELETE");

        assertThat(refusal(other)).isEqualTo("""
                        The database %s cannot be used as it is, and nothing was changed:
                        - The user somebody@%% may not add Ticketwire's tables and indexes. It lacks CREATE, ALTER on ost_ticket, ALTER on ost_api_key. \
                        Migrate as an administrator, or let one do:
                          GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER ON `old`.* TO 'somebody'@'%%';""".formatted(other.url()));
        grant(EVERY_RIGHT);
        assertThat(Migration.migrate(other)).isPositive();
    }

    @Test
    void rightsThatTheServicesLackAreNamedByTable() throws SQLException {
        Migration.migrate(desk);
        for (String table : texts("SHOW TABLES")) {
            String rights = table.equals("ost_ticket") ? "SELECT, UPDATE" : "SELECT, INSERT, UPDATE, DELETE";
            run("GRANT " + rights + " ON old." + table + " TO somebody@'%'");
        }
        run("REVOKE INSERT, DELETE ON old.ost_attachment FROM somebody@'%'");

        assertThat(Migration.look(other, Purpose.WRITE).problems()).containsExactly("""
                        The user somebody@% lacks rights: INSERT, DELETE on ost_attachment, ost_ticket. An administrator gives them all:
                        GRANT SELECT, INSERT, UPDATE, DELETE ON `old`.* TO 'somebody'@'%';""");
        assertThat(Migration.look(other, Purpose.READ).isUsable()).isTrue();
        assertThat(message(other, Purpose.MIGRATE_AND_SERVE)).contains("INSERT, DELETE on ost_attachment, ost_ticket");
    }

    @Test
    void rightsByARoleCount() throws SQLException {
        run(
                "CREATE ROLE IF NOT EXISTS keeper",
                "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER ON `ol_`.* TO keeper",
                "GRANT keeper TO somebody@'%'",
                "SET DEFAULT ROLE keeper FOR somebody@'%'");

        assertThat(Migration.migrate(other, Indexes.BUILT, Purpose.MIGRATE_AND_SERVE, said::add))
                .isPositive();
    }

    @Test
    void aUserWithoutTheRightToChangeTablesIsEnoughWhereNothingIsToBeAdded() throws SQLException {
        Migration.migrate(desk);
        grant("SELECT", "INSERT", "UPDATE", "DELETE");

        assertThat(Migration.migrate(other, Indexes.BUILT, Purpose.MIGRATE_AND_SERVE, said::add))
                .isZero();
    }
}
