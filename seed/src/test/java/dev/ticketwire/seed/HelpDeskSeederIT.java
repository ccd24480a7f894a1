package dev.ticketwire.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.setup.database.Database;
import dev.ticketwire.testsupport.TestInfrastructure;
import dev.ticketwire.testsupport.TestSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo help desk, filled to 2,000 tickets at once and in two steps. */
class HelpDeskSeederIT {
    private static final int DEMO = 12;
    private static final int ALL = 2_000;
    private static final String SEEDED = " FROM ost_ticket t WHERE t.number >= '1000000' AND LENGTH(t.number) = 7";
    private static final List<String> TABLES = List.of(
            "user",
            "user_email",
            "user__cdata",
            "ticket",
            "ticket__cdata",
            "form_entry",
            "form_entry_values",
            "thread",
            "thread_entry",
            "attachment",
            "_search");

    private static Database atOnce;
    private static final List<String> SAID = new ArrayList<>();

    @BeforeAll
    static void fill() {
        atOnce = TestInfrastructure.helpDesk("seed_at_once").root();
        assertThat(new HelpDeskSeeder(atOnce, true, SAID::add).fill(ALL)).isEqualTo(ALL - DEMO);
    }

    @Test
    void thereAreAsManyTicketsAsAskedForAndTheDemoIsUntouched() throws SQLException {
        assertThat(number("SELECT COUNT(*) FROM ost_ticket")).isEqualTo(ALL);
        assertThat(number("SELECT COUNT(*)" + SEEDED)).isEqualTo(ALL - DEMO);
        assertThat(number("SELECT COUNT(DISTINCT number) FROM ost_ticket")).isEqualTo(ALL);
        assertThat(number("SELECT MIN(number)" + SEEDED)).isEqualTo(1_000_000);
    }

    @Test
    void everyTicketIsWhole() throws SQLException {
        for (String part : List.of(
                "SELECT 1 FROM ost_ticket_status s WHERE s.id = t.status_id",
                "SELECT 1 FROM ost_department d WHERE d.id = t.dept_id",
                "SELECT 1 FROM ost_user u JOIN ost_user_email e ON e.id = u.default_email_id AND e.user_id = u.id"
                        + " JOIN ost_user__cdata c ON c.user_id = u.id JOIN ost__search s ON s.object_type = 'U'"
                        + " AND s.object_id = u.id WHERE u.id = t.user_id",
                "SELECT 1 FROM ost_ticket__cdata c WHERE c.ticket_id = t.ticket_id AND c.subject <> ''",
                "SELECT 1 FROM ost_thread h JOIN ost_thread_entry e ON e.thread_id = h.id AND e.type = 'M' AND e.flags = 65"
                        + " AND e.created = t.created AND e.user_id = t.user_id"
                        + " WHERE h.object_type = 'T' AND h.object_id = t.ticket_id",
                "SELECT 1 FROM ost_thread h JOIN ost_thread_event v ON v.thread_id = h.id AND v.event_id = 1"
                        + " WHERE h.object_type = 'T' AND h.object_id = t.ticket_id AND v.timestamp = t.created",
                "SELECT 1 FROM ost_form_entry f JOIN ost_form_entry_values v ON v.entry_id = f.id"
                        + " WHERE f.object_type = 'T' AND f.object_id = t.ticket_id HAVING COUNT(*) = 3",
                "SELECT 1 FROM ost__search s WHERE s.object_type = 'T' AND s.object_id = t.ticket_id"
                        + " AND s.title LIKE CONCAT(t.number, ' %')")) {
            assertThat(number("SELECT COUNT(*)" + SEEDED + " AND NOT EXISTS (" + part + ")"))
                    .as(part)
                    .isZero();
        }
    }

    @Test
    void everyEntryCanBeSearched() throws SQLException {
        assertThat(number("SELECT COUNT(*) FROM ost_thread_entry e LEFT JOIN ost__search s ON s.object_type = 'H'"
                        + " AND s.object_id = e.id WHERE s.object_id IS NULL"))
                .isZero();
        assertThat(number("SELECT COUNT(*) FROM ost_thread_entry")).isBetween(2 * ALL, 4 * ALL);
    }

    @Test
    void timesFollowOneAnother() throws SQLException {
        assertThat(number("SELECT COUNT(*)" + SEEDED + " AND (t.created > t.updated OR t.closed < t.created"
                        + " OR t.closed > t.updated OR t.reopened < t.created OR t.reopened > t.closed"
                        + " OR t.updated >= CURDATE() OR t.created < CURDATE() - INTERVAL 1096 DAY)"))
                .isZero();
        assertThat(number("SELECT COUNT(*) FROM ost_ticket t JOIN ost_thread h ON h.object_type = 'T'"
                        + " AND h.object_id = t.ticket_id JOIN ost_thread_entry e ON e.thread_id = h.id"
                        + " WHERE t.number >= '1000000' AND LENGTH(t.number) = 7"
                        + " AND (e.created < t.created OR e.created > COALESCE(t.closed, t.updated))"))
                .isZero();
    }

    @Test
    void newerTicketsHaveHigherNumbers() throws SQLException {
        assertThat(number(
                        "SELECT COUNT(*) FROM (SELECT t.created < LAG(t.created) OVER (ORDER BY t.ticket_id) AS earlier"
                                + SEEDED + ") s WHERE earlier"))
                .isZero();
    }

    @Test
    void closedTicketsAreThoseOfAClosedStatus() throws SQLException {
        assertThat(number("SELECT COUNT(*) FROM ost_ticket t JOIN ost_ticket_status s ON s.id = t.status_id"
                        + " WHERE (s.state = 'open') <> (t.closed IS NULL)"))
                .isZero();
    }

    @Test
    void thereIsSomeOfEverything() throws SQLException {
        for (String some : List.of(
                "ticket_pid IS NOT NULL",
                "isoverdue = 1",
                "isanswered = 1",
                "duedate IS NOT NULL",
                "staff_id = 0",
                "team_id > 0",
                "reopened IS NOT NULL",
                "closed IS NULL")) {
            assertThat(number("SELECT COUNT(*) * 100 / " + ALL + SEEDED + " AND t." + some))
                    .as(some)
                    .isPositive();
        }
        assertThat(number("SELECT COUNT(*)" + SEEDED + " AND t.ticket_pid IS NOT NULL"))
                .isLessThanOrEqualTo(ALL * 3 / 100);
        assertThat(number("SELECT COUNT(*) FROM ost_attachment")).isPositive();
    }

    @Test
    void aSecondTimeThereIsNothingToDo() {
        assertThat(new HelpDeskSeeder(atOnce, true, SAID::add).fill(ALL)).isZero();
        assertThat(new HelpDeskSeeder(atOnce, true, SAID::add).fill(10)).isZero();
    }

    /** Only times depend on the total, and events on times. */
    @Test
    void inTwoStepsThereAreAsManyOfAll() throws SQLException {
        Database inSteps = TestInfrastructure.helpDesk("seed_in_steps").root();
        new HelpDeskSeeder(inSteps, true, SAID::add).fill(ALL / 2 - 1);
        new HelpDeskSeeder(inSteps, false, SAID::add).fill(ALL);

        for (String table : TABLES) {
            String rows = "SELECT COUNT(*) FROM ost_" + table;
            assertThat(number(inSteps, rows)).as(table).isEqualTo(number(atOnce, rows));
        }
    }

    @Test
    void aHoleThatSomethingLeftIsFilled() throws SQLException {
        Database desk = TestInfrastructure.helpDesk("seed_hole").root();
        new HelpDeskSeeder(desk, true, SAID::add).fill(100);
        TestSql.execute(
                desk,
                "DELETE FROM ost_ticket WHERE number = '1000042'",
                "UPDATE ost_ticket SET number = '1000088' WHERE ticket_id = 1");

        new HelpDeskSeeder(desk, true, SAID::add).fill(101);

        assertThat(number(desk, "SELECT COUNT(*) FROM ost_ticket")).isEqualTo(101);
        assertThat(number(desk, "SELECT COUNT(DISTINCT number) FROM ost_ticket WHERE number IN (1000042, 1000089)"))
                .isEqualTo(2);
    }

    private static int number(String sql) throws SQLException {
        return number(atOnce, sql);
    }

    private static int number(Database database, String sql) throws SQLException {
        return (int) Double.parseDouble(TestSql.texts(database, sql).getFirst());
    }
}
