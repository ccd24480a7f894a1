package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.ticketwire.contract.command.BulkId;
import dev.ticketwire.gateway.receipt.Receipts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator looks for commands; the query service is a peer with set answers. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills them in
class CommandSearchIT extends WithCommandService {
    private static final UUID ID = UUID.fromString("01a20ef0-3ecb-7b44-afeb-9ce0ccd3fbfc");
    private static final String NONE = "{\"commands\":[],\"next\":null,\"searchedTo\":null}";

    @TestHTTPResource(management = true)
    URI management;

    @Inject
    Receipts receipts;

    private URI search;
    private int key;

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + GatewayResource.OPERATOR_TOKEN);
    }

    @BeforeEach
    void findAKey() {
        search = management.resolve("/commands");
        key = operator().get(search.resolve("/keys")).path("items[0].id");
    }

    @Test
    void onlyTheOperatorMayLook() {
        given().get(search).then().statusCode(401).body("code", equalTo("operator-token-missing"));
        keyed(FULL).get(search).then().statusCode(401);
        keyed(FULL).get("/commands").then().statusCode(404);
    }

    @Test
    void theQueryServiceIsAskedWithTheConditionsAndItsAnswerIsPassedOn() {
        queryAnswers("/commands?ticket=a+b%26", "{\"commands\":[{\"id\":\"1\"}],\"next\":\"n\"}");

        operator()
                .queryParam("ticket", "a b&")
                .get(search)
                .then()
                .statusCode(200)
                .body("commands[0].id", equalTo("1"))
                .body("next", equalTo("n"));
    }

    @Test
    void aReceiptOfAnyKeyLeadsToItsCommand() {
        queryAnswers(
                "/commands?id=" + ID + "&limit=100", "{\"commands\":[{\"id\":\"" + ID + "\",\"state\":\"applied\"}]}");

        operator()
                .queryParam("receipt", receipts.issue(ID, key))
                .get(search)
                .then()
                .statusCode(200)
                .body("commands", hasSize(1))
                .body("commands[0].state", equalTo("applied"));
    }

    @Test
    void aCommandThatIsNotInTheInboxYetIsAccepted() {
        UUID id = UUID.randomUUID();
        queryAnswers("/commands?id=" + id + "&limit=100", NONE);

        operator()
                .queryParam("receipt", receipts.issue(id, key))
                .get(search)
                .then()
                .statusCode(200)
                .body("commands[0].id", equalTo(id.toString()))
                .body("commands[0].state", equalTo("accepted"))
                .body("commands[0].keyId", equalTo(key))
                .body("commands[0].acceptedAt", matchesPattern("20.*Z"))
                .body("commands[0].appliedAt", nullValue());
    }

    @Test
    void aBulksReceiptLeadsToItsItemsInTheirOrderPageByPage() {
        queryAnswers(
                "/commands?bulk=" + ID + "&first=2&count=2&limit=100",
                "{\"commands\":[{\"id\":\"" + BulkId.item(ID, 3) + "\",\"state\":\"rejected\"}]}");

        operator()
                .queryParam("receipt", receipts.issueBulk(ID, 5, key))
                .queryParam("limit", 2)
                .queryParam("after", 2)
                .get(search)
                .then()
                .statusCode(200)
                .body("commands.id[0]", equalTo(BulkId.item(ID, 2).toString()))
                .body("commands.state[0]", equalTo("accepted"))
                .body("commands.state[1]", equalTo("rejected"))
                .body("next", equalTo("4"));
    }

    @Test
    void aReceiptThatNoKeyHasIsUnknown() {
        assertThat(receipts.read(receipts.issue(ID, key), key)).isNotNull();
        operator()
                .queryParam("receipt", receipts.issue(ID, 999_999))
                .get(search)
                .then()
                .statusCode(404)
                .body("code", equalTo("receipt-unknown"));
    }

    @ParameterizedTest
    @CsvSource({"colour, red, unknown-field", "limit, 0, invalid-value", "ticket, 1, invalid-value"})
    void whatDoesNotGoWithAReceiptIsRefused(String parameter, String value, String code) {
        operator()
                .queryParam("receipt", receipts.issue(ID, key))
                .queryParam(parameter, value)
                .get(search)
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("field", equalTo(parameter));
    }
}
