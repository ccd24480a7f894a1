package dev.ticketwire.query.subject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.query.HelpDeskResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searches among more tickets than one walk goes along, and pages far from the beginning. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class ManyTicketsIT {
    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot reference;

    @Inject
    SubjectIndex subjects;

    @Inject
    CreationTimeProjection ages;

    void prepareIndex() {
        await().until(() -> subjects.candidates("e") != null && ages.current() != null);
    }

    @BeforeEach
    void fortyThousandMoreTickets() throws SQLException {
        reference.refresh();
        prepareIndex();
        run(
                "INSERT INTO ost_ticket (ticket_id, number, status_id, dept_id, created, updated) SELECT 900 + seq, 900 + seq,"
                        + " 1, 1, '2026-02-01' + INTERVAL seq SECOND, '2026-02-01' FROM seq_0_to_39999",
                "INSERT INTO ost_ticket__cdata (ticket_id, subject) SELECT 900 + seq, IF(seq % 19999 = 1, 'rarely seen',"
                        + " 'often seen') FROM seq_0_to_39999");
    }

    @AfterEach
    void removeThem() throws SQLException {
        run("DELETE FROM ost_ticket WHERE ticket_id >= 900", "DELETE FROM ost_ticket__cdata WHERE ticket_id >= 900");
    }

    @Test
    void ticketsAreFoundHoweverFarApartTheyAre() {
        assertThat(numbers("query=rarely")).containsExactly("40899", "20900", "901");
        assertThat(numbers("query=rarely&limit=1&offset=1")).containsExactly("20900");
        assertThat(numbers("query=rarely&sort=number")).containsExactly("20900", "40899", "901");
        assertThat(numbers("query=rarely&status=2")).isEmpty();
        assertThat(numbers("query=seen&limit=2")).containsExactly("40899", "40898");
        assertThat(numbers("query=seen&limit=1&offset=39999")).containsExactly("900");
        assertThat(numbers("query=never")).isEmpty();
        assertThat(numbers("query=seen&offset=9223372036854775807")).isEmpty();
        assertThat(numbers("query=seen&offset=200000")).isEmpty();
        assertThat(numbers("query=rarely&offset=60000")).isEmpty();
        assertThat(numbers("query=seen&status=2")).isEmpty();
        assertThat(numbers("query=often&limit=1&offset=30000")).containsExactly("10897");
        assertThat(numbers("query=s%25seen")).isEmpty();
    }

    @Test
    void whatHasAnotherAgeHasAnotherPlace() throws SQLException {
        run(
                "UPDATE ost_ticket SET created = '2030-01-01' WHERE ticket_id IN (901, 902)",
                "UPDATE ost_ticket SET created = '1990-01-01' WHERE ticket_id = 40899");

        assertThat(numbers("query=seen&limit=3")).containsExactly("902", "901", "40898");
        assertThat(numbers("query=rarely")).containsExactly("901", "20900", "40899");

        run("DELETE FROM ost_ticket WHERE ticket_id = 902");

        assertThat(numbers("query=seen&limit=2")).containsExactly("901", "40898");
    }

    @Test
    void farPagesFollowEachOtherWhetherOrNotATicketIsInvisible() throws SQLException {
        assertThat(numbers("limit=2&offset=20000&sort=created")).hasSize(2);
        List<String> before = numbers("limit=3&offset=20000");

        run("UPDATE ost_ticket SET status_id = 77 WHERE number = '" + before.get(1) + "'");

        assertThat(numbers("limit=2&offset=20000")).containsExactly(before.get(0), before.get(2));
        assertThat(numbers("limit=1&offset=20001")).containsExactly(before.get(2));
    }

    private static List<String> numbers(String query) {
        return JsonPath.from(given().get("/search?" + query).asString()).getList("number");
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
