package dev.ticketwire.stats.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.stats.count.HelpDeskResource;
import dev.ticketwire.testsupport.TestIdentity;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of the demo help desk, whose tickets are of January 2026. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class ReportIT {
    private static final String JANUARY = "from=2026-01-06&to=2026-01-10";

    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot reference;

    @BeforeEach
    void readReference() {
        reference.refresh();
    }

    @AfterEach
    void removeWhatWasAdded() throws SQLException {
        run("DELETE FROM ost_ticket WHERE ticket_id >= 900");
        run("DELETE FROM ost_thread_event WHERE id >= 900");
        run("UPDATE ost_department SET name = 'Workshop' WHERE id = 2");
    }

    @Test
    void ticketsAreCountedByStatus() {
        assertThat(text("/counts?by=status"))
                .isEqualTo(
                        "[{\"id\":1,\"name\":\"Open\",\"total\":7,\"open\":7,\"closed\":0,\"overdue\":0},"
                                + "{\"id\":2,\"name\":\"Resolved\",\"total\":1,\"open\":0,\"closed\":1,\"overdue\":0},"
                                + "{\"id\":3,\"name\":\"Closed\",\"total\":2,\"open\":0,\"closed\":2,\"overdue\":0},"
                                + "{\"id\":4,\"name\":\"Archived\",\"total\":1,\"open\":1,\"closed\":0,\"overdue\":0},"
                                + "{\"id\":6,\"name\":\"Waiting for Parts\",\"total\":1,\"open\":1,\"closed\":0,\"overdue\":0}]");
    }

    @Test
    void countsCanBeOfSomeTicketsAndDaysOnly() throws SQLException {
        run(
                "INSERT INTO ost_ticket (ticket_id, number, status_id, dept_id, isoverdue, source, created, updated) VALUES"
                        + " (900, 'a', 1, 2, 1, 'Phone', '2026-01-09 23:59:59', NOW()), (901, 'b', 1, 2, 1, 'Phone', '2026-01-10', NOW())");

        assertThat(text("/counts?" + JANUARY + "&state=open&department=Workshop&by=source"))
                .isEqualTo("[{\"id\":\"API\",\"name\":\"API\",\"total\":3,\"open\":3,\"closed\":0,\"overdue\":0},"
                        + "{\"id\":\"Phone\",\"name\":\"Phone\",\"total\":1,\"open\":1,\"closed\":0,\"overdue\":1}]");
    }

    @Test
    void everyDimensionCountsEveryTicketOnce() {
        for (String by : Dimension.WORDS) {
            assertThat(get("/counts?by=" + by).jsonPath().getList("total", Integer.class).stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .as(by)
                    .isEqualTo(12);
        }
        assertThat(text("/counts?by=priority"))
                .contains(
                        "\"name\":\"Low\",\"total\":1,",
                        "\"name\":\"Normal\",\"total\":8,",
                        "\"name\":\"High\",\"total\":2,");
        assertThat(text("/counts?by=team"))
                .contains("{\"id\":0,\"name\":null,\"total\":11,", "\"Road crew\",\"total\":1,");
    }

    @Test
    void everyDayIsThereWithWhatHappenedOnIt() throws SQLException {
        run("INSERT INTO ost_thread_event (id, thread_id, thread_type, event_id, staff_id, team_id, dept_id, topic_id,"
                + " timestamp) VALUES (900, 4, 'T', 3, 0, 0, 4, 1, '2026-01-08 10:00:00')");

        assertThat(text("/days?from=2026-01-06&to=2026-01-12"))
                .isEqualTo("[{\"date\":\"2026-01-06\",\"created\":2,\"closed\":0,\"reopened\":0},"
                        + "{\"date\":\"2026-01-07\",\"created\":2,\"closed\":1,\"reopened\":0},"
                        + "{\"date\":\"2026-01-08\",\"created\":3,\"closed\":1,\"reopened\":1},"
                        + "{\"date\":\"2026-01-09\",\"created\":2,\"closed\":1,\"reopened\":0},"
                        + "{\"date\":\"2026-01-10\",\"created\":0,\"closed\":0,\"reopened\":0},"
                        + "{\"date\":\"2026-01-11\",\"created\":0,\"closed\":0,\"reopened\":0}]");
    }

    @Test
    void withoutBoundsTheDaysAreTheLastThirty() {
        assertThat(get("/days").jsonPath().getList("date")).hasSize(30);
    }

    @Test
    void timesAreMedianAndNinetiethPercentileByNearestRank() {
        assertThat(text("/times?" + JANUARY))
                .isEqualTo("{\"firstResponse\":{\"tickets\":3,\"medianSeconds\":3120,\"p90Seconds\":12300},"
                        + "\"resolution\":{\"tickets\":3,\"medianSeconds\":12300,\"p90Seconds\":25680}}");
    }

    @Test
    void timesCanBeGrouped() {
        assertThat(text("/times?" + JANUARY + "&by=agent"))
                .contains("{\"id\":3,\"name\":\"Inês Prado\","
                        + "\"firstResponse\":{\"tickets\":1,\"medianSeconds\":12300,\"p90Seconds\":12300},"
                        + "\"resolution\":{\"tickets\":2,\"medianSeconds\":12300,\"p90Seconds\":25680}}")
                .contains("{\"id\":2,\"name\":\"Tomasz Wójcik\","
                        + "\"firstResponse\":{\"tickets\":0,\"medianSeconds\":null,\"p90Seconds\":null}");
    }

    @Test
    void asCsvANameIsNoFormula() throws SQLException {
        run("UPDATE ost_department SET name = '=cmd|\"x\",1' WHERE id = 2");
        reference.refresh();

        Response answer = given().accept("text/csv").get("/statistics/counts?by=department");

        assertThat(answer.contentType()).isEqualTo("text/csv; charset=UTF-8; header=present");
        assertThat(answer.asString())
                .startsWith("id,name,total,open,closed,overdue\r\n1,Front Desk,6,5,1,0\r\n")
                .contains("2,\"'=cmd|\"\"x\"\",1\",3,3,0,0\r\n");
        assertThat(text("/times?" + JANUARY + "&format=csv"))
                .isEqualTo("firstResponse.tickets,firstResponse.medianSeconds,firstResponse.p90Seconds,"
                        + "resolution.tickets,resolution.medianSeconds,resolution.p90Seconds\r\n"
                        + "3,3120,12300,3,12300,25680\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json, text/csv | '' | application/json",
                "text/csv, application/json | '' | application/json",
                "application/json;q=0.9, text/csv;q=0.1 | '' | application/json",
                "text/csv;q=0, application/json | '' | application/json",
                "*/* | '' | application/json",
                "image/png | '' | application/json",
                "TEXT/CSV, application/json;q=0.5 | '' | text/csv",
                "text/csv;header=present, */*;q=0.1 | '' | text/csv",
                "application/json | csv | text/csv",
                "text/csv;q=0 | csv | text/csv",
                "text/csv | json | application/json"
            })
    void theFormWithTheHigherWeightIsTakenUnlessTheParameterDecides(String accept, String format, String type) {
        for (String path : List.of("/counts?by=agent", "/days?" + JANUARY, "/times?" + JANUARY)) {
            String asked = "/statistics" + path + (format.isEmpty() ? "" : "&format=" + format);

            assertThat(given().header("Accept", accept).get(asked).contentType())
                    .as(asked)
                    .startsWith(type + ";");
        }
    }

    @Test
    void whoIsBoundToDepartmentsGetsFiguresOfThose() {
        String token = TestIdentity.token("stats-service", Departments.of(List.of(4)));

        assertThat(given().header(TestIdentity.HEADER, token)
                        .get("/statistics/counts?by=department")
                        .jsonPath()
                        .getList("name"))
                .containsExactly("Accounts");
        assertThat(given().header(TestIdentity.HEADER, token)
                        .get("/statistics/counts?by=department&department=2")
                        .jsonPath()
                        .getList("name"))
                .isEmpty();
    }

    @Test
    void whoMayNotSeeNotesCountsNoTicketByTheirWords() throws SQLException {
        run(
                "INSERT INTO ost_thread_entry (id, thread_id, type, poster, body, format, flags, ip_address, created, updated)"
                        + " SELECT 9001, id, 'N', 'Ines', 'A zeppelin', 'text', 0, '', NOW(), NOW()"
                        + " FROM ost_thread WHERE object_id = 5 AND object_type = 'T'");
        run("INSERT INTO ost__search (object_type, object_id, title, content) VALUES ('H', 9001, '', 'A zeppelin')");
        try {
            assertThat(counted(true)).isEqualTo(1);
            assertThat(counted(false)).isZero();
        } finally {
            run("DELETE FROM ost_thread_entry WHERE id = 9001");
            run("DELETE FROM ost__search WHERE object_type = 'H' AND object_id = 9001");
        }
    }

    private static int counted(boolean seesNotes) {
        Identity caller = new Identity(1, Departments.ALL, seesNotes);
        return given()
                .header(TestIdentity.HEADER, TestIdentity.token("stats-service", caller))
                .get("/statistics/counts?q=zeppelin")
                .jsonPath()
                .getList("total", Integer.class)
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    @Test
    void whatMeansNothingIsRefusedByName() {
        refused("/counts?colour=red", "colour");
        refused("/counts?by=colour", "by");
        refused("/counts?format=xml", "format");
        refused("/counts?status=nosuch", "status");
        refused("/days?by=agent", "by");
        refused("/days?from=2026-02-30", "from");
        refused("/days?from=2024-01-01&to=2026-01-01", "from");
        refused("/times?from=2026-01-02&to=2026-01-02", "to");
    }

    private static void refused(String path, String field) {
        Response answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(400);
        assertThat(answer.jsonPath().getString("field")).as(path).isEqualTo(field);
    }

    private static Response get(String path) {
        return given().get("/statistics" + path);
    }

    private static String text(String path) {
        return get(path).asString();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
