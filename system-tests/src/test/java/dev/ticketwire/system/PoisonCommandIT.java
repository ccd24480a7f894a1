package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.system.KafkaTopics.DeadLetter;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@WithRunningSuite
class PoisonCommandIT {
    private static final int GOOD = 500;
    private static final int IN_FLIGHT = 64;

    private final RunningSuite suite;
    private final AcceptedCreates promises;
    private final SuiteDatabase store;
    private final KafkaTopics bus;

    PoisonCommandIT(RunningSuite suite) {
        this.suite = suite;
        this.promises = new AcceptedCreates(suite);
        this.store = new SuiteDatabase(suite);
        this.bus = new KafkaTopics(suite);
    }

    /** The database refuses one message among 500, for a reason that will not pass. */
    @Test
    void aPoisonCommandAmongFiveHundredHarmsNoneOfThem() throws Exception {
        String poison = "poison " + UUID.randomUUID();
        store.execute("CREATE TRIGGER poison BEFORE INSERT ON ost_thread_entry FOR EACH ROW IF NEW.title = '" + poison
                + "' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'this message is poison'; END IF");
        RetryingCallers callers = new RetryingCallers(suite, "beside poison", "wait=30");
        int before = bus.deadLetters().size();
        try {
            Thread bad = Thread.startVirtualThread(() -> create(poison));

            callers.openWhile(IN_FLIGHT, index -> index < GOOD);

            bad.join();
            promises.awaitNothingWaiting();
        } finally {
            store.execute("DROP TRIGGER poison");
        }
        promises.assertKept(callers);
        assertThat(callers.accepted()).hasSize(GOOD);
        assertThat(store.opened(poison)).isEmpty();
        List<DeadLetter> dead = bus.deadLetters();
        assertThat(dead).hasSize(before + 1);
        assertThat(dead)
                .filteredOn(letter -> new String(letter.value(), StandardCharsets.UTF_8).contains(poison))
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).contains("this message is poison"));

        replayAll();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(store.opened(poison))
                        .singleElement()
                        .satisfies(opened -> assertThat(opened.state()).isEqualTo("applied")));
    }

    /** What is the matter has been mended; the operator sends it again. */
    private void replayAll() {
        given().baseUri(suite.setting("MANAGEMENT_URL"))
                .header("Authorization", "Bearer " + suite.setting("OPERATOR_TOKEN"))
                .post("/dead-letters/replay")
                .then()
                .statusCode(202);
    }

    @Test
    void whatCannotBeDecodedIsSetAsideAndTheNextOneApplied() throws Exception {
        String id = UUID.randomUUID().toString();
        byte[] garbage = {(byte) 0xff, 0, 1, 2, 3};

        bus.sendAsCommand(garbage, Map.of(CommandHeaders.ID, id, CommandHeaders.TYPE, OpenTicket.TYPE));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(bus.deadLetters())
                        .filteredOn(letter -> letter.id().equals(id))
                        .singleElement()
                        .satisfies(letter -> {
                            assertThat(letter.reason()).contains("cannot be decoded");
                            assertThat(letter.value()).isEqualTo(garbage);
                        }));
        promises.awaitNothingWaiting();
        assertThat(create("after garbage " + id)).isEqualTo(201);
    }

    /** Not even the envelope is there. */
    @Test
    void aRecordWithoutHeadersIsSetAside() throws Exception {
        byte[] garbage = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);

        bus.sendAsCommand(garbage, Map.of());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(bus.deadLetters())
                        .filteredOn(letter -> java.util.Arrays.equals(letter.value(), garbage))
                        .singleElement()
                        .satisfies(letter -> assertThat(letter.reason()).isNotBlank()));
        promises.awaitNothingWaiting();
    }

    /** @return the answer's status */
    private int create(String subject) {
        return given().baseUri(suite.gateway().toString())
                .header("X-API-Key", DemoHelpDesk.FULL_KEY)
                .header("Prefer", "wait=30")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Pat", "email", "pat@example.org", "subject", subject, "message", "Hello"))
                .post("/api/tickets.json")
                .statusCode();
    }
}
