package dev.ticketwire.system;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an operator does on the gateway's management address. */
final class KeyAdministration {
    private final RunningSuite suite;
    private boolean made;

    KeyAdministration(RunningSuite suite) {
        this.suite = suite;
    }

    /**
     * Makes a key.
     *
     * @param more further members of the request
     * @return its secret
     */
    String make(String name, Collection<String> permissions, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("name", name);
        body.put("permissions", permissions);
        made = true;
        return operator()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    /** What is known of a key. */
    Map<String, Object> of(String secret) {
        return keys().jsonPath().getMap("items.find { it.secrets[0]?.prefix == '" + secret.substring(0, 9) + "' }");
    }

    /** The id of a key that may have webhooks: in the demo help desk the one that may do everything. */
    int subscriber() {
        return keys().jsonPath().getInt("items.find { it.maySubscribe }.id");
    }

    void change(String secret, Map<String, Object> members) {
        operator()
                .contentType(ContentType.JSON)
                .body(members)
                .patch("/keys/" + of(secret).get("id"))
                .then()
                .statusCode(200);
    }

    /** Revokes all that were made. */
    void revokeAll() {
        if (!made) {
            return;
        }
        keys().jsonPath()
                .getList("items.findAll { it.origin == 'ticketwire' }.id", Integer.class)
                .forEach(id -> operator().delete("/keys/" + id));
    }

    List<ServedEndpoint> endpoints() {
        return operator()
                .get("/operations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items", ServedEndpoint.class);
    }

    List<String> permissions() {
        return keys().path("permissions");
    }

    Response keys() {
        return operator().get("/keys");
    }

    private RequestSpecification operator() {
        return given().baseUri(suite.setting("MANAGEMENT_URL"))
                .header("Authorization", "Bearer " + suite.setting("OPERATOR_TOKEN"));
    }
}
