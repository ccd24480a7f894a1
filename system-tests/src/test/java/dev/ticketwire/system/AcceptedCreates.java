package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.system.RetryingCallers.Accepted;
import dev.ticketwire.system.SuiteDatabase.Opened;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the suite kept what it promised to its callers. */
final class AcceptedCreates {
    private static final Duration DRAINED = Duration.ofMinutes(3);

    private final RunningSuite suite;
    private final SuiteDatabase store;
    private final KafkaTopics bus;

    AcceptedCreates(RunningSuite suite) {
        this.suite = suite;
        this.store = new SuiteDatabase(suite);
        this.bus = new KafkaTopics(suite);
    }

    /** The backlog drains without a hand. */
    void awaitNothingWaiting() {
        await().atMost(DRAINED)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(bus.lag()).isZero());
    }

    /**
     * Each accepted command made one ticket and left one outcome, the numbers are unique, and nothing else was made.
     */
    void assertKept(RetryingCallers callers) throws SQLException {
        List<Accepted> accepted = callers.accepted();
        List<Opened> opened = store.opened(callers.subjects());

        assertThat(opened).extracting(Opened::subject).doesNotHaveDuplicates();
        assertThat(opened).extracting(Opened::command).doesNotHaveDuplicates();
        assertThat(opened).extracting(Opened::state).containsOnly("applied");
        assertThat(opened)
                .extracting(Opened::subject)
                .containsExactlyInAnyOrderElementsOf(
                        accepted.stream().map(Accepted::subject).toList());
        assertThat(store.sharedNumbers()).isEmpty();
        Map<String, String> promised = accepted.stream().collect(Collectors.toMap(Accepted::subject, this::number));
        assertThat(promised).isEqualTo(opened.stream().collect(Collectors.toMap(Opened::subject, Opened::number)));
    }

    /** Every repeat was answered with the number of the one ticket that its key stands for. */
    void assertKeptForRepeats(RetryingCallers callers) throws SQLException {
        Map<String, Set<String>> answered = callers.accepted().stream()
                .collect(
                        Collectors.groupingBy(Accepted::subject, Collectors.mapping(this::number, Collectors.toSet())));
        List<Opened> opened = store.opened(callers.subjects());

        assertThat(opened).extracting(Opened::subject).doesNotHaveDuplicates();
        assertThat(opened).extracting(Opened::state).containsOnly("applied");
        assertThat(answered)
                .isEqualTo(
                        opened.stream().collect(Collectors.toMap(Opened::subject, ticket -> Set.of(ticket.number()))));
    }

    private String number(Accepted promise) {
        return promise.receipt().isEmpty() ? promise.number() : byReceipt(promise.receipt());
    }

    /** What the gateway says about a receipt; after an outage it leaves a service alone for a moment. */
    private String byReceipt(String receipt) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> given().baseUri(suite.gateway().toString())
                                .header("X-API-Key", DemoHelpDesk.FULL_KEY)
                                .get("/commands/" + receipt),
                        answer -> answer.statusCode() == 200)
                .path("number");
    }
}
