package dev.ticketwire.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.command.BulkId;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.testsupport.TestIdentity;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reads of this service on the demo help desk. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class ReadsIT {
    private static final String JSON = "application/json; charset=UTF-8";
    private static final String XML = "application/xml; charset=UTF-8";

    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot reference;

    @ConfigProperty(name = "ticketwire.db.url")
    String url;

    @ConfigProperty(name = "test.root.user")
    String rootUser;

    @ConfigProperty(name = "test.root.password")
    String rootPassword;

    @BeforeEach
    void readReference() {
        reference.refresh();
    }

    @AfterEach
    void removeWhatWasAdded() throws SQLException {
        run("DELETE FROM ost_attachment WHERE file_id >= 900");
        run("DELETE FROM ost_file WHERE id >= 900");
        run("DELETE FROM ost_file_chunk WHERE file_id >= 900");
        run("DELETE FROM ost_ticket WHERE ticket_id >= 900");
        run("DELETE FROM ticketwire_command");
        createExternalIds();
        run("DELETE FROM ticketwire_external_id");
    }

    @Test
    void aTicketHasItsNamesItsThreadAndItsChildren() {
        Response answer = get("/tickets/602881", "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(JSON);
        assertThat(answer.asString())
                .isEqualTo("{\"id\":5,\"number\":\"602881\",\"subject\":\"Twelve bikes for the summer party\","
                        + "\"statusId\":1,\"status\":\"Open\",\"priorityId\":2,\"priority\":\"Normal\","
                        + "\"departmentId\":1,\"department\":\"Front Desk\",\"topicId\":1,\"topic\":\"Question\","
                        + "\"userId\":2,\"user\":{\"name\":\"Björn Åkesson\",\"email\":\"desk@hostel.example\"},"
                        + "\"staffId\":1,\"staff\":\"Mira Holm\",\"teamId\":null,\"team\":null,\"slaId\":1,"
                        + "\"sla\":\"Standard\",\"created\":\"2026-01-08 08:45:00\",\"updated\":\"2026-01-08 08:45:00\","
                        + "\"duedate\":null,\"closed\":null,\"isOverdue\":false,\"isAnswered\":false,\"source\":\"API\","
                        + "\"ip\":\"127.0.0.1\",\"children\":[6,7],\"thread\":[{\"id\":8,\"type\":\"M\","
                        + "\"poster\":\"Björn Åkesson\",\"timestamp\":\"2026-01-08 08:45:00\","
                        + "\"body\":\"<p>We need twelve bikes, helmets and a trailer on the 20th.<\\/p>\","
                        + "\"format\":\"html\",\"userId\":2}]}");
    }

    @Test
    void xmlHasTheSameMembersAsText() {
        Response answer = get("/tickets/517204", "application/xml");

        assertThat(answer.header("Content-Type")).isEqualTo(XML);
        assertThat(answer.asString())
                .startsWith("<?xml version=\"1.0\"?>\n<response><id>4</id><number>517204</number>")
                .contains("<user><name>Chiara Neri</name><email>chiara@mail.example</email></user>")
                .contains("<closed>2026-01-07 15:30:00</closed><isOverdue>0</isOverdue><isAnswered>1</isAnswered>")
                .contains("<children/><thread><item><id>6</id>")
                .contains("<staffId>3</staffId><staff>In&#xEA;s Prado</staff></item></thread></response>\n");
    }

    @Test
    void aFileAtAnEntryIsListedWithTheNameOfItsAttachment() throws SQLException {
        addFile(900, "stored.txt", 5);
        run(
                "INSERT INTO ost_attachment (id, object_id, type, file_id, name, inline) VALUES (900, 3, 'H', 900, 'own.txt', 1)");

        Response answer = get("/tickets/R-0001", "application/json");

        assertThat(answer.asString())
                .contains(
                        "\"userId\":2,\"attachments\":[{\"id\":900,\"file_id\":900,\"filename\":\"own.txt\",\"size\":5,"
                                + "\"mime_type\":\"text\\/plain\",\"inline\":true}],\"attachment_count\":1}");
    }

    @Test
    void aNumberIsFoundWhateverItsCase() {
        assertThat(get("/tickets/r-0001", "application/json").asString()).startsWith("{\"id\":2,");
    }

    @Test
    void digitsThatAreNoNumberAreAnId() {
        assertThat(get("/tickets/2", "application/json").asString()).startsWith("{\"id\":2,");
    }

    @Test
    void whatOnlyBeginsWithAnIdIsNotFound() {
        assertProblem(get("/tickets/2abc", "application/json"), 404, "ticket-not-found", "Ticket not found");
        assertProblem(
                get("/tickets/99999999999999999999", "application/xml"), 404, "ticket-not-found", "Ticket not found");
        assertProblem(get("/tickets/%F0%9F%8E%89", "application/json"), 404, "ticket-not-found", "Ticket not found");
    }

    @Test
    void aTicketOfAStatusThatDoesNotExistIsInvisible() throws SQLException {
        run(
                "INSERT INTO ost_ticket (ticket_id, number, status_id, created, updated) VALUES (900, '900900', 77, NOW(), NOW())");

        assertThat(get("/tickets/900900", "application/json").statusCode()).isEqualTo(404);
        assertThat(get("/search?sort=number&limit=100", "application/json")
                        .jsonPath()
                        .getList("number"))
                .hasSize(12)
                .doesNotContain("900900");
    }

    @Test
    void whatATicketRefersToAndIsGoneIsNull() throws SQLException {
        run(
                "INSERT INTO ost_ticket (ticket_id, number, status_id, dept_id, topic_id, staff_id, user_id, sla_id, team_id,"
                        + " duedate, created, updated) VALUES (900, '900900', 1, 77, 77, 77, 77, 77, 77, '0000-00-00', NOW(), NOW())");

        assertThat(get("/tickets/900900", "application/json").asString())
                .contains("\"subject\":\"\"", "\"priorityId\":2,\"priority\":\"\"")
                .contains("\"departmentId\":null,\"department\":\"Front Desk\",\"topicId\":null,\"topic\":null")
                .contains("\"userId\":null,\"user\":{\"name\":null,\"email\":null},\"staffId\":null,\"staff\":null")
                .contains("\"teamId\":null,\"team\":null,\"slaId\":null,\"sla\":null", "\"duedate\":null")
                .endsWith("\"children\":[],\"thread\":[]}");
    }

    @Test
    void theNewestTicketsComeFirst() {
        assertThat(get("/search?limit=2", "application/json").asString())
                .isEqualTo("[{\"id\":12,\"number\":\"811790\",\"subject\":\"Old key cards\",\"statusId\":4,"
                        + "\"status\":\"Archived\",\"priorityId\":2,\"priority\":\"Normal\",\"departmentId\":1,"
                        + "\"department\":\"Front Desk\",\"topicId\":1,\"topic\":\"Question\","
                        + "\"created\":\"2026-01-14 13:00:00\",\"updated\":\"2026-01-20 09:00:00\",\"dueDate\":null,"
                        + "\"staffId\":null,\"staff\":null,\"teamId\":null,\"team\":null,\"slaId\":1,\"sla\":\"Standard\","
                        + "\"isOverdue\":false,\"isAnswered\":false},"
                        + "{\"id\":11,\"number\":\"805533\",\"subject\":\"Größere Körbe für \\\"Lastenräder\\\" < 30 kg?\","
                        + "\"statusId\":1,\"status\":\"Open\",\"priorityId\":2,\"priority\":\"Normal\",\"departmentId\":1,"
                        + "\"department\":\"Front Desk\",\"topicId\":null,\"topic\":null,"
                        + "\"created\":\"2026-01-13 16:16:00\",\"updated\":\"2026-01-13 16:16:00\",\"dueDate\":null,"
                        + "\"staffId\":null,\"staff\":null,\"teamId\":null,\"team\":null,\"slaId\":1,\"sla\":\"Standard\","
                        + "\"isOverdue\":false,\"isAnswered\":false}]");
    }

    @Test
    void filtersCombine() {
        assertThat(numbers("query=summer&sort=number")).containsExactly("602881", "602882", "602883");
        assertThat(numbers("query=summer&status=open&sort=number")).containsExactly("602881", "602882");
        assertThat(numbers("query=summer&status=Open&department=accounts")).isEmpty();
        assertThat(numbers("query=summer&status=1.9&sort=number"))
                .as("the fraction of an id is dropped, as the plugin does")
                .containsExactly("602881", "602882");
        assertThat(numbers("query=summer&department=accounts")).containsExactly("602883");
        assertThat(numbers("query=KORBE")).containsExactly("805533");
        assertThat(numbers("query=%25")).isEmpty();
        assertThat(numbers("query=%F0%9F%8E%89")).isEmpty();
    }

    @Test
    void aDepartmentIsGivenByIdNameOrPath() {
        assertThat(numbers("department=3")).containsExactly("R-0003");
        assertThat(numbers("departmentId=3")).containsExactly("R-0003");
        assertThat(numbers("departmentId=1&department=wheels")).containsExactly("R-0003");
        assertThat(numbers("department=workshop%20/%20WHEELS")).containsExactly("R-0003");
        assertThat(numbers("department=Wheels/Workshop")).isEmpty();
        assertThat(numbers("department=nowhere")).isEmpty();
        assertThat(numbers("status=nothing")).isEmpty();
    }

    @Test
    void pagesFollowEachOther() {
        assertThat(numbers("sort=number&limit=2")).containsExactly("480113", "517204");
        assertThat(numbers("sort=number&limit=2&offset=2")).containsExactly("602881", "602882");
        assertThat(numbers("sort=updated&limit=1")).containsExactly("811790");
        assertThat(numbers("offset=12")).isEmpty();
    }

    @Test
    void aSearchUnderstandsTheNamesOfTheShortPathsFilters() {
        assertThat(numbers("q=summer&sort=number")).containsExactly("602881", "602882", "602883");
        assertThat(numbers("q=KORBE&query=summer&sort=number")).containsExactly("602881", "602882", "602883");
        assertThat(numbers("number=602882")).containsExactly("602882");
        assertThat(numbers("number=r-0001")).containsExactly("R-0001");
        assertThat(numbers("number=0602882")).isEmpty();
        assertThat(numbers("number=2")).isEmpty();
        assertThat(numbers("number=%F0%9F%8E%89")).isEmpty();
    }

    @Test
    void aSearchForSomebodysTicketsFindsNobodyElses() throws SQLException {
        String user = value("SELECT user_id FROM ost_ticket WHERE number = '602881'");
        String address = value("SELECT address FROM ost_user_email WHERE user_id = " + user + " LIMIT 1");
        String theirs = value("SELECT COUNT(*) FROM ost_ticket WHERE user_id = " + user);

        for (String query : List.of(
                "email=" + address,
                "requester=%20" + address.toUpperCase(Locale.ROOT) + "%0A",
                "email=Somebody%20%3C" + address + "%3E",
                "userId=" + user)) {
            assertThat(numbers(query))
                    .as(query)
                    .hasSize(Integer.parseInt(theirs))
                    .contains("602881");
        }
        assertThat(numbers("q=summer&userId=" + user)).contains("602881");
        for (String nobody : List.of(
                "email=nobody@nowhere.example",
                "email=nobody",
                "userId=999999",
                "userId=0",
                "userId=abc",
                "email=" + address + "&requester=nobody@nowhere.example",
                "userId=" + user + "&number=480113&email=nobody@nowhere.example")) {
            assertThat(numbers(nobody)).as(nobody).isEmpty();
        }
    }

    @Test
    void whatASearchDoesNotUnderstandIsSaid() {
        assertThat(get("/search?limit=1&page=2&topicId=3&a%22%0D%0Ab=1", "application/json")
                        .header("Warning"))
                .isEqualTo("299 - \"Not understood and ignored: page, topicId, a___b\"");
        assertThat(get("/search?limit=1&q=x&userId=1&number=2&requester=a&departmentId=1", "application/json")
                        .header("Warning"))
                .isNull();
    }

    @Test
    void anArrayIsRefusedByName() {
        assertProblem(
                get("/search?limit%5B%5D=7", "application/json"), 400, "invalid-value", "Invalid value for limit");
    }

    @Test
    void statusesComeInTheHelpDesksOrder() {
        assertThat(get("/statuses", "application/json").asString())
                .startsWith("[{\"id\":1,\"name\":\"Open\",\"state\":\"open\"},{\"id\":2,")
                .endsWith("{\"id\":6,\"name\":\"Waiting for Parts\",\"state\":\"open\"}]");
    }

    @Test
    void aFileOfATicketIsRead() throws SQLException {
        addFile(900, "hello.txt", 5);
        run("INSERT INTO ost_file_chunk (file_id, chunk_id, filedata) VALUES (900, 0, 'he'), (900, 1, 'llo')");
        run("INSERT INTO ost_attachment (id, object_id, type, file_id, inline) VALUES (900, 3, 'H', 900, 0)");

        assertThat(get("/attachments/0900", "application/json").asString())
                .isEqualTo("{\"file_id\":900,\"filename\":\"hello.txt\",\"mime_type\":\"text\\/plain\",\"size\":5,"
                        + "\"content\":\"aGVsbG8=\"}");
    }

    @Test
    void whatIsNoFileOfATicketIsRefused() throws SQLException {
        addFile(900, "faq.txt", 5);
        run("INSERT INTO ost_attachment (id, object_id, type, file_id, inline) VALUES (900, 3, 'F', 900, 0)");

        assertProblem(
                get("/attachments/900", "application/json"),
                403,
                "attachment-not-accessible",
                "Attachment not accessible");
        assertProblem(
                get("/attachments/99999999999", "application/json"),
                403,
                "attachment-not-accessible",
                "Attachment not accessible");
        assertProblem(get("/attachments/00", "application/json"), 400, "invalid-file-id", "Invalid file ID");
    }

    @Test
    void aFileThatIsGoneOrLostItsContentIsAnError() throws SQLException {
        run("INSERT INTO ost_attachment (id, object_id, type, file_id, inline) VALUES (900, 3, 'H', 900, 0)");

        assertProblem(get("/attachments/900", "application/json"), 404, "file-not-found", "File not found");

        addFile(900, "lost.txt", 5);

        assertProblem(
                get("/attachments/900", "application/json"), 500, "file-unreadable", "Failed to read file content");
    }

    @Test
    void aCommandIsShownAsTheInboxHasIt() throws SQLException {
        run(
                "INSERT INTO ticketwire_command (id, kind, api_key_id, ticket_id, ticket_number, fingerprint, state, outcome,"
                        + " applied_at) VALUES ('0190c0de-0000-7000-8000-000000000001', 'open-ticket', 1, 1, '480113', 'ab', 'applied',"
                        + " '{\"state\":\"applied\",\"number\":\"480113\"}', NOW())");

        assertThat(get("/commands/0190c0de-0000-7000-8000-000000000001", "application/json")
                        .asString())
                .isEqualTo(
                        "{\"id\":\"0190c0de-0000-7000-8000-000000000001\",\"state\":\"applied\",\"kind\":\"open-ticket\","
                                + "\"apiKeyId\":1,\"fingerprint\":\"ab\",\"number\":\"480113\","
                                + "\"outcome\":{\"state\":\"applied\",\"number\":\"480113\"},"
                                + "\"mails\":{\"enabled\":false}}");
        assertProblem(get("/commands/none", "application/json"), 404, "command-not-found", "Command not found");
    }

    @Test
    void whatTheInboxHasOfABulkIsShownByIndex() throws SQLException {
        UUID bulk = UUID.fromString("0190c0de-0000-7000-8000-0000000000ff");
        for (int index : new int[] {0, 999}) {
            run(
                    "INSERT INTO ticketwire_command (id, kind, api_key_id, fingerprint, state, outcome, applied_at) VALUES ('"
                            + BulkId.item(bulk, index)
                            + "', 'x', 1, 'ab', 'applied', '{\"state\":\"applied\",\"number\":\""
                            + index + "\"}', NOW())");
        }
        String items = "/commands/" + bulk + "/items?count=";

        assertThat(get(items + 1000, "application/json").jsonPath().getList("index", Integer.class))
                .containsExactlyInAnyOrder(0, 999);
        assertThat(get(items + 999, "application/json").asString())
                .isEqualTo("[{\"index\":0,\"outcome\":{\"state\":\"applied\",\"number\":\"0\"}}]");
        assertThat(get("/commands/none/items?count=1", "application/json").statusCode())
                .isEqualTo(400);
        assertThat(get(items + 0, "application/json").statusCode()).isEqualTo(400);
        assertThat(get(items + 65536, "application/json").statusCode()).isEqualTo(400);
    }

    @Test
    void anApiKeyFindsItsTicketByItsOwnNameForIt() throws SQLException {
        createExternalIds();
        run(
                "INSERT INTO ticketwire_external_id (api_key_id, external_id, ticket_id, created) VALUES (1, 'Ö-7/ä 🎫', 2, NOW()),"
                        + " (1, 'lost', 999999, NOW())");
        String named = "?externalId=%C3%96-7%2F%C3%A4%20%F0%9F%8E%AB";

        Response answer = get("/own-tickets" + named, "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString())
                .startsWith("[{\"id\":2,\"number\":\"R-0001\",\"subject\":")
                .endsWith("}]");
        assertThat(given().urlEncodingEnabled(false)
                        .header(
                                TestIdentity.HEADER,
                                TestIdentity.token("ticket-query-service", new Identity(2, Departments.ALL, true)))
                        .get("/own-tickets" + named)
                        .asString())
                .isEqualTo("[]");
        assertThat(get("/own-tickets?externalId=%C3%96-7%2F%C3%84%20%F0%9F%8E%AB", "application/json")
                        .asString())
                .isEqualTo("[]");
        assertThat(get("/own-tickets?externalId=lost", "application/json").asString())
                .isEqualTo("[]");
        assertProblem(get("/own-tickets", "application/json"), 400, "external-id-missing", "Missing externalId");
    }

    @Test
    void readsGoOnAfterTheServerEndedEveryConnection() throws SQLException {
        get("/tickets/480113", "application/json");

        int ended = endConnections();

        assertThat(ended).isPositive();
        assertThat(get("/tickets/480113", "application/json").statusCode()).isEqualTo(200);
    }

    private List<String> numbers(String query) {
        return get("/search?" + query, "application/json").jsonPath().getList("number");
    }

    private static Response get(String path, String accept) {
        return given().urlEncodingEnabled(false).header("Accept", accept).get(path);
    }

    private static void assertProblem(Response answer, int status, String code, String detail) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        assertThat(answer.jsonPath().getString("detail")).isEqualTo(detail);
    }

    private void addFile(int id, String name, int size) throws SQLException {
        run("INSERT INTO ost_file (id, ft, bk, type, size, `key`, signature, name, created) VALUES (" + id
                + ", 'T', 'D', 'text/plain', " + size + ", 'k" + id + "', 's', '" + name + "', NOW())");
    }

    /** As the migration has it, where that has not been run yet. */
    private void createExternalIds() throws SQLException {
        try (Connection root = DriverManager.getConnection(url, rootUser, rootPassword);
                Statement statement = root.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS ticketwire_external_id (api_key_id INT UNSIGNED NOT NULL,"
                    + " external_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,"
                    + " ticket_id INT UNSIGNED NOT NULL, created DATETIME NOT NULL,"
                    + " PRIMARY KEY (api_key_id, external_id))");
        }
    }

    private String value(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** How many connections of the service there were. */
    private int endConnections() throws SQLException {
        try (Connection root = DriverManager.getConnection(url, rootUser, rootPassword);
                Statement statement = root.createStatement()) {
            List<Long> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(
                    "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()")) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            for (long id : ids) {
                statement.execute("KILL CONNECTION " + id);
            }
            return ids.size();
        }
    }
}
