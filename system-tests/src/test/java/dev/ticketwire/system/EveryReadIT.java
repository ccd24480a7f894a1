package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reads that the plugin does not have, and writes that depend on them. */
@WithRunningSuite
class EveryReadIT {
    private final RunningSuite suite;
    private final String requester = "reader-" + UUID.randomUUID() + "@example.org";

    EveryReadIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void whoSawAnOlderTicketChangesNothing() {
        String number = created("");
        String seen = key().get("/tickets/" + number).header("ETag");
        key().header("If-None-Match", seen).get("/tickets/" + number).then().statusCode(304);

        note(number, seen).then().statusCode(200);
        note(number, seen)
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", equalTo("precondition-failed"));

        key().header("If-None-Match", seen)
                .get("/tickets/" + number)
                .then()
                .statusCode(200)
                .body("thread", hasSize(2));
    }

    @Test
    void ticketsAreListedPageByPage() {
        String first = created("");
        String second = created("");

        Response page = key().get("/tickets?requester=" + requester + "&sort=created&limit=1&total=true");
        page.then().statusCode(200).header("X-Total-Count", "2").body("number", contains(first));
        String link = page.header("Link");
        String next = link.substring(1, link.indexOf('>'));

        assertThat(next).startsWith(suite.gateway().toString() + "/tickets?");
        given().header("X-API-Key", DemoHelpDesk.FULL_KEY)
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .header("Link", nullValue())
                .body("number", contains(second));
        key().get("/tickets?statsu=1").then().statusCode(400).body("field", equalTo("statsu"));
    }

    @Test
    void aFileIsReadInPartsAndItsEntryInTheThread() {
        String number = created(",\"attachments\":[{\"digits.txt\":\"data:text/plain,0123456789\"}]");
        Response thread = key().get("/tickets/" + number + "/thread?order=newest&type=M");
        thread.then().statusCode(200).body("attachments[0].filename", contains("digits.txt"));
        int file = thread.path("[0].attachments[0].file_id");

        key().header("Range", "bytes=-3")
                .get("/attachments/" + file + "/content")
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 7-9/10")
                .body(equalTo("789"));
    }

    @Test
    void whatAFormOffersIsListed() {
        key().get("/departments").then().statusCode(200).body("path", hasItem("Workshop / Wheels"));
        key().get("/help-topics").then().statusCode(200).body("[0].fields.name", hasItem("subject"));
        key().get("/statuses").then().statusCode(200).body("name", hasItem("Waiting for Parts"));
        given().baseUri(suite.gateway().toString()).get("/agents").then().statusCode(401);
    }

    @Test
    void ticketsAreCountedPerTopicDayAndTimeAsJsonAndCsv() {
        created("");
        String mine = "requester=" + requester;

        key().get("/statistics/counts?by=status&" + mine)
                .then()
                .statusCode(200)
                .body("name", contains("Open"))
                .body("total", contains(1));
        key().get("/statistics/days?" + mine).then().statusCode(200).body("created.sum()", equalTo(1));
        key().get("/statistics/times?format=csv&" + mine)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(startsWith("firstResponse.tickets,firstResponse.medianSeconds,"))
                .body(containsString("\r\n0,,,0,,"));
        key().get("/statistics/counts?by=weather")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("by"));
        given().baseUri(suite.gateway().toString())
                .get("/statistics/counts")
                .then()
                .statusCode(401);
    }

    private String created(String more) {
        return key().contentType(ContentType.JSON)
                .body("{\"name\":\"Rita Reader\",\"email\":\"" + requester
                        + "\",\"subject\":\"The gate\",\"message\":\"Stuck.\"" + more + "}")
                .post("/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private Response note(String number, String seen) {
        return key().contentType(ContentType.JSON)
                .header("If-Match", seen)
                .body("{\"note\":\"Seen\"}")
                .patch("/tickets/" + number);
    }

    private RequestSpecification key() {
        return given().baseUri(suite.gateway().toString()).header("X-API-Key", DemoHelpDesk.FULL_KEY);
    }
}
