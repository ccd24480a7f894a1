package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.ticketwire.contract.identity.Identity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gateway forwards to the mail service, for operators only. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@WithTestResource(MailUpstream.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills them in
class OperatorMailsIT {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @TestHTTPResource(management = true)
    URI management;

    @BeforeEach
    void forget() {
        MailUpstream.ASKED.clear();
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + GatewayResource.OPERATOR_TOKEN)
                .contentType(ContentType.JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/mails?state=failed&limit=2&after=9,200",
        "POST,/mails/resend,202",
        "GET,/mails/7,200",
        "POST,/mails/7/resend,202",
        "DELETE,/mails/7,204"
    })
    void anOperatorsRequestIsForwardedAsItIsAndNobodyElses(String method, String path, int status) {
        boolean isRead = method.equals("GET");
        RequestSpecification request = isRead ? operator() : operator().body("{\"type\":\"reply\"}");

        given().contentType(ContentType.JSON)
                .request(method, management.resolve(path))
                .then()
                .statusCode(401)
                .body("code", equalTo("operator-token-missing"));
        assertThat(MailUpstream.ASKED).isEmpty();
        request.request(method, management.resolve(path)).then().statusCode(status);

        MailUpstream.Asked asked = MailUpstream.ASKED.getFirst();
        assertThat(asked.method() + asked.uri()).isEqualTo(method + path);
        assertThat(asked.body()).isEqualTo(isRead ? "" : "{\"type\":\"reply\"}");
        assertThat(asked.headers().contains("Authorization")).isFalse();
        assertThat(asked.headers().get(Identity.HEADER)).isNotBlank();
    }

    @Test
    void theNextPageAndTheTracePassThrough() {
        operator()
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .get(management.resolve("/mails"))
                .then()
                .statusCode(200)
                .header("Link", containsString("after=4"))
                .header("Cache-Control", equalTo("no-store"));

        assertThat(MailUpstream.ASKED.getFirst().headers().get("traceparent")).contains(TRACE);
    }

    @Test
    void aProblemOfTheServiceIsPassedOn() {
        operator()
                .post(management.resolve("/mails/404/resend"))
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("mail-not-found"));
    }
}
