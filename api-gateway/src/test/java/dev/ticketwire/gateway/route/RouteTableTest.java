package dev.ticketwire.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.RequestTarget;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /api/tickets.json, CREATE, json",
        "POST, /api/tickets.xml, CREATE, xml",
        "POST, /api/tickets.email, CREATE, email",
        "POST, /api/http.php/tickets.json, CREATE, json",
        "POST, /api/wildcard/tickets.xml, CREATE, xml",
        "POST, /api/wildcard.php/tickets.json, CREATE, json",
        "POST, /api/wildcard.php/tickets.email, CREATE, email",
        "GET, /api/tickets/100001.json, GET, json",
        "GET, /api/http.php/tickets/100001.xml, GET, xml",
        "GET, /api/wildcard/tickets/100001.json, GET, json",
        "DELETE, /api/tickets/100001.json, DELETE, json",
        "DELETE, /api/tickets/100001.xml, DELETE, xml",
        "DELETE, /api/wildcard.php/tickets/100001.json, DELETE, json",
        "PATCH, /api/wildcard.php/tickets/100001.json, UPDATE, json",
        "PATCH, /api/tickets/100001.json, UPDATE, json",
        "PUT, /api/tickets/100001.xml, UPDATE, xml",
        "GET, /api/tickets-get.php/100001.json, GET, json",
        "GET, /api/tickets-get.php/BUG-0001.xml, GET, xml",
        "PUT, /api/tickets-update.php/100001.json, UPDATE, json",
        "DELETE, /api/tickets-delete.php/100001.json, DELETE, json",
        "GET, /api/tickets-search.php, SEARCH, json",
        "GET, /api/tickets-search.php.xml, SEARCH, xml",
        "GET, /api/tickets-stats.php/, STATS, json",
        "GET, /api/tickets-stats.php/.xml, STATS, xml",
        "GET, /api/tickets-statuses.php/.json, STATUSES, json",
        "GET, /api/tickets-subtickets-parent.php/100008.json, PARENT, json",
        "GET, /api/tickets-subtickets-list.php/100007.xml, CHILDREN, xml",
        "POST, /api/tickets-subtickets-create.php/100007.json, LINK, json",
        "DELETE, /api/tickets-subtickets-unlink.php/100008.json, UNLINK, json",
        "GET, /api/tickets-attachment-download.php/04.json, DOWNLOAD, json"
    })
    void aLegacyPathMeansItsOperation(String method, String path, Operation operation, String suffix) {
        RequestTarget target = RouteTable.match(method, path);

        assertThat(target.error()).isNull();
        assertThat(target.operation()).isEqualTo(operation);
        assertThat(target.suffix()).isEqualTo(suffix);
        assertThat(target.legacy()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /tickets, CREATE, ''",
        "GET, /tickets/search, SEARCH, ''",
        "GET, /tickets/100001, GET, 100001",
        "GET, /tickets/A%26B, GET, A&B",
        "PATCH, /tickets/100001, UPDATE, 100001",
        "DELETE, /tickets/100001, DELETE, 100001",
        "DELETE, /tickets/100001/parent, UNLINK, 100001",
        "POST, /tickets/100001/children, LINK, 100001",
        "POST, /tickets/100001/replies, REPLY, 100001",
        "POST, /tickets/bulk, BULK, ''",
        "GET, /tickets/bulk, GET, bulk",
        "GET, /tickets, LIST, ''",
        "GET, /tickets/100001/parent, PARENT, 100001",
        "GET, /tickets/100001/children, CHILDREN, 100001",
        "GET, /tickets-stats, STATS, ''",
        "GET, /tickets-statuses, STATUSES, ''",
        "GET, /attachments/4, DOWNLOAD, 4",
        "GET, /attachments/4/content, CONTENT, 4",
        "GET, /tickets/100001/thread, THREAD, 100001",
        "GET, /tickets/100001/mails, MAILS, 100001",
        "GET, /statuses, STATUSES, ''",
        "GET, /departments, LOOKUP, departments",
        "GET, /help-topics, LOOKUP, help-topics",
        "GET, /statistics/times, REPORT, statistics/times",
        "GET, /commands/AbC_-1, RECEIPT, AbC_-1"
    })
    void aShortPathMeansItsOperation(String method, String path, Operation operation, String argument) {
        RequestTarget target = RouteTable.match(method, path);

        assertThat(target.error()).isNull();
        assertThat(target.operation()).isEqualTo(operation);
        assertThat(target.argument()).isEqualTo(argument);
        assertThat(target.legacy()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/tickets.yaml",
        "POST, /api/tickets",
        "POST, /api/tickets.json/",
        "POST, /api/wildcardx.php/tickets.json",
        "POST, /api/tickets-getx.php/1.json",
        "POST, /api//tickets.json",
        "GET, /api/tickets.json",
        "GET, /api/wildcard/tickets.json",
        "HEAD, /api/tickets.json",
        "OPTIONS, /api/tickets.json",
        "PUT, /api/tickets.json",
        "HEAD, /api/tickets/100001.json",
        "OPTIONS, /api/tickets/100001.json",
        "POST, /api/tickets/100001.json",
        "GET, /api/tickets/100001",
        "GET, /api/tickets/100001.yaml",
        "DELETE, /api/tickets/100001/2.json",
        "PATCH, /api/tickets/100001",
        "OPTIONS, /api",
        "GET, /api",
        "GET, /api/"
    })
    void whatTheDispatcherDoesNotKnowIsNotSupported(String method, String path) {
        RequestTarget target = RouteTable.match(method, path);

        assertThat(target.operation()).isNull();
        assertThat(wrong(target).status()).isEqualTo(400);
        assertThat(wrong(target).text()).isEqualTo("URL not supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/tickets-get.php",
                "/api/tickets-get.php/",
                "/api/tickets-get.php/100001",
                "/api/tickets-get.php/.json",
                "/api/tickets-get.php/100001.yaml",
                "/api/tickets-get.php/100001.JSON",
                "/api/tickets-get.php/100001.json.json",
                "/api/tickets-get.php/100001/200.json",
                "/api/tickets-get.php/100.001.json",
                "/api/tickets-get.php/5%2E0.json",
                "/api/tickets-get.php/100001.json%0A",
                "/api/tickets-get.php/100001%2f.json",
                "/api/tickets-get.php/100001%5C.json",
                "/api/tickets-get.php/100001%00.json",
                "/api/tickets-get.php/100001;x.json",
                "/api/tickets-get.php//100001.json",
                "/api/tickets-get.php.json"
            })
    void aNumberThatDoesNotFitIsAnInvalidUrl(String path) {
        RequestTarget target = RouteTable.match("GET", path);

        assertThat(wrong(target).status()).isEqualTo(400);
        assertThat(wrong(target).text())
                .isEqualTo("Invalid URL format. Expected: /api/tickets-get.php/{ticket_number}.json");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/tickets-subtickets-list.php, /api/tickets-subtickets-list.php/{parent_ticket_number}.json",
        "/api/tickets-subtickets-create.php, /api/tickets-subtickets-create.php/{parent_ticket_number}.json",
        "/api/tickets-subtickets-parent.php, /api/tickets-subtickets-parent.php/{child_ticket_number}.json",
        "/api/tickets-subtickets-unlink.php, /api/tickets-subtickets-unlink.php/{child_ticket_number}.json",
        "/api/tickets-attachment-download.php/4%20.json, /api/tickets-attachment-download.php/{file_id}.json",
        "/api/tickets-attachment-download.php/abc.json, /api/tickets-attachment-download.php/{file_id}.json"
    })
    void eachScriptNamesItsOwnForm(String path, String expected) {
        assertThat(wrong(RouteTable.match("GET", path)).text()).isEqualTo("Invalid URL format. Expected: " + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tickets-stats.php/1.json", "/api/tickets-stats.php.yaml", "/api/tickets-stats.php//"})
    void aScriptWithoutNumberTakesOnlyASuffix(String path) {
        assertThat(wrong(RouteTable.match("GET", path)).text()).isEqualTo("Invalid URL format");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/tickets-get.php/1.json, Use GET",
        "HEAD, /api/tickets-stats.php, Use GET",
        "OPTIONS, /api/tickets-search.php, Use GET",
        "GET, /api/tickets-delete.php/1.json, Use DELETE",
        "PUT, /api/tickets-subtickets-create.php/1.json, Use POST",
        "POST, /api/tickets-subtickets-unlink.php/1.json, Use DELETE"
    })
    void anotherMethodIsNotAllowedOnAScript(String method, String path, String use) {
        RequestTarget target = RouteTable.match(method, path);

        assertThat(wrong(target).status()).isEqualTo(405);
        assertThat(wrong(target).text()).isEqualTo("Method Not Allowed. " + use);
        assertThat(target.allow()).isNull();
    }

    @Test
    void updateTakesTwoMethods() {
        RequestTarget target = RouteTable.match("GET", "/api/tickets-update.php/1.json");

        assertThat(wrong(target).text()).isEqualTo("Method Not Allowed. Use PATCH, PUT");
    }

    @Test
    void thePathIsCheckedBeforeTheMethod() {
        assertThat(wrong(RouteTable.match("POST", "/api/tickets-get.php/1")).status())
                .isEqualTo(400);
    }

    @Test
    void aShortPathSaysWhichMethodsItAllows() {
        RequestTarget target = RouteTable.match("DELETE", "/tickets");

        assertThat(wrong(target).status()).isEqualTo(405);
        assertThat(target.allow()).isEqualTo("POST, GET, HEAD, OPTIONS");
    }

    static Stream<String> readable() {
        return RouteTable.SHORT.stream()
                .filter(route -> route.method().equals("GET"))
                .map(route -> route.template().replace("*", "4"));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void whereverThereIsAGetThereIsAHeadAndOptions(String path) {
        RequestTarget get = RouteTable.match("GET", path);

        assertThat(RouteTable.match("HEAD", path)).isEqualTo(get);
        RequestTarget options = RouteTable.match("OPTIONS", path);
        assertThat(options.operation()).isEqualTo(Operation.OPTIONS);
        assertThat(options.error()).isNull();
        assertThat(options.allow()).contains("GET, HEAD").endsWith("OPTIONS");
    }

    @ParameterizedTest
    @CsvSource({
        "/tickets/1/replies, 'POST, OPTIONS'",
        "/tickets/bulk, 'POST, GET, HEAD, PATCH, DELETE, OPTIONS'",
        "/, 'GET, HEAD, POST, PATCH, PUT, DELETE, OPTIONS'",
        "*, 'GET, HEAD, POST, PATCH, PUT, DELETE, OPTIONS'"
    })
    void optionsOfAShortPathAreItsMethods(String path, String allow) {
        assertThat(RouteTable.match("OPTIONS", path).allow()).isEqualTo(allow);
        assertThat(RouteTable.match("OPTIONS", path).error()).isNull();
    }

    @Test
    void whatIsNotServedHasNoOptionsEither() {
        assertThat(wrong(RouteTable.match("OPTIONS", "/nowhere")).status()).isEqualTo(404);
        assertThat(wrong(RouteTable.match("HEAD", "/tickets/1/replies")).status())
                .isEqualTo(405);
    }

    @Test
    void aMethodIsAllowedOnceHoweverManyRoutesFit() {
        assertThat(RouteTable.match("POST", "/tickets/search").allow()).isEqualTo("GET, HEAD, PATCH, DELETE, OPTIONS");
        assertThat(RouteTable.match("PUT", "/tickets/1/children").allow()).isEqualTo("GET, HEAD, POST, OPTIONS");
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, /tickets/1;x",
        "DELETE, /tickets/1%2F2",
        "DELETE, /tickets/1%5Cparent",
        "POST, /tickets/..%2f1/children",
        "DELETE, /tickets//parent"
    })
    void anAmbiguousPathIsNoWayToWrite(String method, String path) {
        RequestTarget target = RouteTable.match(method, path);

        assertThat(wrong(target).status()).isEqualTo(400);
        assertThat(target.operation()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/q/health", "/tickets/", "/tickets/1/2", "/tickets/%2E", "/attachments/abc", "/apix", "*"})
    void nothingElseIsServed(String path) {
        assertThat(wrong(RouteTable.match("GET", path)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/tickets/1;x", "/tickets//1", "/tickets/..", "/tickets/1%2F2", "/tickets/1%5c2", "/tickets/1%00"
            })
    void anAmbiguousShortPathIsRefused(String path) {
        assertThat(wrong(RouteTable.match("GET", path)).status()).isEqualTo(400);
    }

    @Test
    void aNumberIsPercentDecodedOnce() {
        assertThat(RouteTable.match("GET", "/api/tickets-get.php/%2531.json").argument())
                .isEqualTo("%31");
        assertThat(RouteTable.match("GET", "/api/tickets-get.php/1+1.json").argument())
                .isEqualTo("1+1");
        assertThat(RouteTable.match("GET", "/api/tickets-get.php/%C3%BC.json").argument())
                .isEqualTo("ü");
        assertThat(RouteTable.match("GET", "/api/tickets-get.php/%ff.json").argument())
                .isEqualTo("\uFFFD");
    }

    private static Refusal wrong(RequestTarget target) {
        return Objects.requireNonNull(target.error());
    }
}
