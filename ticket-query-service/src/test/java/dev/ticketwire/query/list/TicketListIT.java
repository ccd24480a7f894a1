package dev.ticketwire.query.list;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.query.HelpDeskResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /tickets} on the demo help desk. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class TicketListIT {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

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
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status=open                               | 480113 602881 602882 731950 805533 R-0002 R-0003
            status=Resolved,4                         | 744012 811790
            status=2&status=archived                  | 744012 811790
            state=closed,archived                     | 517204 602883 744012 811790
            department=workshop                       | 602882 R-0001 R-0002
            department=2&descendants=true             | 602882 R-0001 R-0002 R-0003
            department=Workshop / Wheels              | R-0003
            department=Accounts&status=Closed         | 517204 602883
            topic=Repair                              | R-0001 R-0002 R-0003
            topic=none                                | 602882 602883 805533
            agent=mira                                | 602881 744012
            agent=INES@harbourbikes.example           | 517204 602883
            agent=2                                   | 602882 R-0001
            agent=none&state=open&team=none           | 480113 731950 805533 R-0003
            unassigned=true&state=open                | 480113 731950 805533 R-0003
            team=Road crew                            | R-0002
            sla=2                                     | 602882 R-0001 R-0002
            source=api&requester=CHIARA@mail.example  | 517204 744012
            requester=nobody@mail.example             |
            source=Phone                              |
            parent=602881                             | 602882 602883
            parent=nothing                            |
            answered=true                             | 480113 517204
            overdue=true                              |
            field.bike=HB-0217                        | R-0001
            created_since=2026-01-13                  | 805533 811790
            created_since=2026-01-08T08:50:00Z&created_before=2026-01-08 08:52:00 | 602882
            created_since=2026-01-08T10:50:00 02:00&created_before=2026-01-09     | 602882 602883
            updated_since=2026-01-14                  | 811790
            closed_before=2026-01-08                  | 517204
            due_since=2020-01-01                      |
            q=brake wet                               | R-0001
            q=brake                                   | R-0001
            q=invoice correct*                        | 517204
            q="last ferry"                            | R-0002
            q=ferry&department=Accounts               |
            """)
    void everyFilterKeepsTheTicketsThatAreMeant(String query, String numbers) {
        assertThat(numbers(list(query.strip() + "&sort=number&limit=100")))
                .containsExactly(
                        numbers == null ? new String[0] : numbers.strip().split(" "));
    }

    @Test
    void aTicketWithoutAPriorityHasTheHelpDesksDefault() throws SQLException {
        addTickets(900, 1);

        assertThat(numbers(list("priority=Normal&created_since=2026-01-21"))).containsExactly("Z0900");
        assertThat(numbers(list("priority=low,high&created_since=2026-01-21"))).isEmpty();
        assertThat(numbers(list("priority=high&topic=2&sort=number"))).contains("R-0001");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stauts=open            | stauts
            status=nothing         | status
            status=99              | status
            state=new              | state
            department=Nowhere     | department
            topic=1,Nothing        | topic
            agent=nobody           | agent
            team=none,x            | team
            sla=x                  | sla
            priority=x             | priority
            source=fax             | source
            requester=nina         | requester
            overdue=yes            | overdue
            descendants=1          | descendants
            created_since=soon     | created_since
            due_before=2026-02-30  | due_before
            field.nothing=1        | field.nothing
            q=a                    | q
            q=one&q=two            | q
            sort=subject           | sort
            limit=0                | limit
            limit=101              | limit
            total=1                | total
            cursor=abc             | cursor
            """)
    void whatMeansNothingIsRefusedByName(String query, String field) {
        Response answer = list(query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("field")).isEqualTo(field);
    }

    @Test
    void aRowHasTheSearchsMembersAndThoseThatItLeftOut() {
        assertThat(list("status=closed&department=4&limit=1&sort=created").asString())
                .startsWith("[{\"id\":4,\"number\":\"517204\",\"subject\":\"Invoice shows 8 instead of 3 days\",")
                .endsWith(
                        "\"isOverdue\":false,\"isAnswered\":true,\"state\":\"closed\",\"closed\":\"2026-01-07 15:30:00\","
                                + "\"source\":\"API\",\"parentId\":null,\"userId\":3,"
                                + "\"user\":{\"name\":\"Chiara Neri\",\"email\":\"chiara@mail.example\"}}]");
        assertThat(list("parent=602881&limit=1").asString()).contains("\"parentId\":5,");
    }

    @Test
    void theNumberOfAllIsSaidWhereItIsAskedFor() {
        assertThat(list("status=open&limit=2&total=true").header("X-Total-Count"))
                .isEqualTo("7");
        assertThat(list("q=ferry&total=true").header("X-Total-Count")).isEqualTo("1");
        assertThat(list("status=open").header("X-Total-Count")).isNull();
    }

    @Test
    void aCharacterThatNoColumnHoldsIsFoundNowhere() {
        Response answer = list("parent=%F0%9F%8E%89&total=true");

        assertThat(answer.asString()).isEqualTo("[]");
        assertThat(answer.header("X-Total-Count")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"created", "-created", "updated", "-updated", "number", "-number"})
    void pagesInEveryOrderHaveEveryTicketOnceAlthoughManyAreEqual(String sort) throws SQLException {
        addTickets(900, 25);

        List<String> walked = walk("limit=4&sort=" + sort);

        assertThat(walked)
                .hasSize(37)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(numbers(list("limit=100&sort=" + sort)));
    }

    @Test
    void ticketsThatComeAndGoBetweenPagesMoveNoOther() throws SQLException {
        addTickets(900, 10);
        Response first = list("limit=5&created_since=2026-02-01&sort=-created");

        addTickets(910, 10);
        run("DELETE FROM ost_ticket WHERE ticket_id = 907");
        List<String> rest = walk(next(first));

        assertThat(numbers(first)).containsExactly("Z0909", "Z0908", "Z0907", "Z0906", "Z0905");
        assertThat(rest).containsExactly("Z0904", "Z0903", "Z0902", "Z0901", "Z0900");
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        String next = next(list("limit=2&sort=created"));

        assertThat(given().urlEncodingEnabled(false)
                        .get(next.replace("sort=created", "sort=updated"))
                        .jsonPath()
                        .getString("field"))
                .isEqualTo("cursor");
    }

    @Test
    void aChangeThatIsCommittedLateIsInTheNextWalk() throws SQLException {
        addTickets(900, 2);
        try (Connection slow = database.getConnection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("UPDATE ost_ticket SET updated = NOW() WHERE ticket_id = 900");
            run("UPDATE ost_ticket SET updated = NOW() WHERE ticket_id = 901");
            Response before = list("updated_since=2026-06-01");
            slow.commit();

            assertThat(numbers(before)).containsExactly("Z0901");
            assertThat(numbers(list("updated_since=" + before.header("Updated-Until"))))
                    .containsExactlyInAnyOrder("Z0900", "Z0901");
        }
    }

    @Test
    void everyPageOfAWalkNamesTheSameTimeForTheNext() throws SQLException {
        addTickets(900, 3);
        run("UPDATE ost_ticket SET updated = NOW() WHERE ticket_id >= 900");
        Response first = list("updated_since=2026-06-01&limit=2");
        Response second = given().urlEncodingEnabled(false).get(next(first));

        assertThat(second.header("Updated-Until")).isEqualTo(first.header("Updated-Until"));
        assertThat(second.header("Link")).isNull();
    }

    private void addTickets(int from, int count) throws SQLException {
        for (int id = from; id < from + count; id++) {
            run("INSERT INTO ost_ticket (ticket_id, number, status_id, dept_id, user_id, created, updated) VALUES ("
                    + id + ", 'Z0" + id + "', 1, 1, 1, '2026-02-01 10:00:00', '2026-02-01 10:00:00')");
        }
    }

    private List<String> walk(String query) {
        List<String> numbers = new ArrayList<>();
        Response page =
                query.startsWith("/") ? given().urlEncodingEnabled(false).get(query) : list(query);
        while (true) {
            numbers.addAll(numbers(page));
            if (page.header("Link") == null) {
                return numbers;
            }
            page = given().urlEncodingEnabled(false).get(next(page));
        }
    }

    private static String next(Response page) {
        Matcher link = NEXT.matcher(page.header("Link"));
        assertThat(link.matches()).isTrue();
        return link.group(1);
    }

    private static List<String> numbers(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath().getList("number");
    }

    private static Response list(String query) {
        String raw = query.contains("%")
                ? query
                : URI.create("http://x/?" + query.replace(" ", "%20").replace("\"", "%22"))
                        .getRawQuery();
        return given().urlEncodingEnabled(false).get("/tickets?" + raw);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
