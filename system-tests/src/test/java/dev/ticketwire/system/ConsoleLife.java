package dev.ticketwire.system;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Something to see in the console: tickets that come and change, webhooks that work and fail, a dead letter. */
final class ConsoleLife implements AutoCloseable {
    private static final List<String> SUBJECTS =
            List.of("Front brake squeals", "Invoice 4711", "The gate is stuck", "Where is my parcel?", "New saddle");
    private static final double BUSY_PERIOD_SECONDS = 240;

    private final RunningSuite suite;
    private final CalledUrl good = CalledUrl.open();
    private final CalledUrl failing = CalledUrl.answering(503);
    private final List<String> numbers = new ArrayList<>();

    ConsoleLife(RunningSuite suite) throws IOException {
        this.suite = suite;
    }

    /** @return the id of the webhook that works */
    int makeWebhooks() {
        webhook("ERP: all changes", failing, Map.of());
        return webhook(
                "Chat: new tickets",
                good,
                Map.of(
                        "types", List.of("ticket.created.v1", "ticket.status_changed.v1"),
                        "headers", Map.of("X-Team", "front desk"),
                        "template",
                                Map.of("text", "{{data.ticket.number|slack}}: {{data.ticket.subject|short|slack}}")));
    }

    private int webhook(String description, CalledUrl url, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("description", description);
        body.put("url", url.address());
        body.put("keyId", new KeyAdministration(suite).subscriber());
        return given().baseUri(suite.setting("MANAGEMENT_URL"))
                .header("Authorization", "Bearer " + suite.setting("OPERATOR_TOKEN"))
                .contentType("application/json")
                .body(body)
                .post("/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A command that the database refuses. */
    void makeADeadLetter() throws SQLException {
        SuiteDatabase store = new SuiteDatabase(suite);
        store.execute("CREATE TRIGGER pictured BEFORE INSERT ON ost_thread_entry FOR EACH ROW IF NEW.title = 'Order 77'"
                + " THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The table is full'; END IF");
        try {
            create("Order 77");
        } finally {
            store.execute("DROP TRIGGER pictured");
        }
    }

    /** A few writes each second, more and fewer in turn. Blocks. */
    void last(Duration duration) {
        long begin = System.nanoTime();
        double seconds = 0;
        while (seconds < duration.toSeconds()) {
            write();
            double busy = 1 + Math.sin(seconds / BUSY_PERIOD_SECONDS * 2 * Math.PI);
            LockSupport.parkNanos((long) (1e9 / (1 + 1.5 * busy)));
            seconds = (System.nanoTime() - begin) / 1e9;
        }
    }

    private void write() {
        int what = ThreadLocalRandom.current().nextInt(20);
        if (what == 0) {
            change(Map.of("statusId", 4711));
        } else if (what < 8 && !numbers.isEmpty()) {
            change(Map.of("statusId", 1 + what % 3));
        } else {
            Response answer = create(SUBJECTS.get(what % SUBJECTS.size()));
            if (answer.statusCode() == 201) {
                numbers.add(answer.path("number"));
            }
        }
    }

    private void change(Map<String, Object> members) {
        String number = numbers.isEmpty()
                ? DemoHelpDesk.TICKET
                : numbers.get(ThreadLocalRandom.current().nextInt(numbers.size()));
        key().body(members).patch("/tickets/" + number);
    }

    Response create(String subject) {
        return key().body(Map.of(
                        "name", "Nina New", "email", "nina@example.org", "subject", subject, "message", "Please help."))
                .post("/tickets");
    }

    private RequestSpecification key() {
        return given().baseUri(suite.gateway().toString())
                .header("X-API-Key", DemoHelpDesk.FULL_KEY)
                .contentType("application/json");
    }

    @Override
    public void close() {
        good.close();
        failing.close();
    }
}
