package dev.ticketwire.webhook.delivery;

import static dev.ticketwire.webhook.delivery.EngineKit.events;
import static dev.ticketwire.webhook.delivery.EngineKit.ids;
import static dev.ticketwire.webhook.delivery.EngineKit.number;
import static dev.ticketwire.webhook.delivery.EngineKit.texts;
import static dev.ticketwire.webhook.delivery.EngineKit.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.testsupport.TestEvents;
import dev.ticketwire.webhook.delivery.TestReceivers.Answer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one engine delivers. */
@SuppressWarnings("NullAway.Init") // JUnit fills them in
class EngineIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private EngineKit kit;
    private TestWebhooks webhooks;
    private TestReceivers receivers;

    @BeforeEach
    void begin() throws SQLException {
        kit = new EngineKit();
        webhooks = kit.webhooks();
        receivers = kit.receivers();
    }

    @AfterEach
    void end() {
        kit.close();
    }

    private static void send(List<TicketEvent> events) {
        EngineKit.topic().send(events);
    }

    private void awaitAccepted(int subscription, List<TicketEvent> events) {
        await().atMost(SOON).until(() -> receivers.accepted(subscription).size() >= events.size());
    }

    private void assertOnceAndInOrder(int subscription, List<TicketEvent> events) {
        assertThat(receivers.accepted(subscription)).containsExactlyInAnyOrderElementsOf(ids(events));
        events.stream()
                .map(TicketEvent::number)
                .distinct()
                .forEach(number -> assertThat(receivers.accepted(subscription, String.valueOf(number)))
                        .containsExactlyElementsOf(ids(events, String.valueOf(number))));
    }

    @Test
    void everySubscriberGetsItsEventsOnceAndInTheOrderOfTheTicket() throws SQLException {
        int everything = webhooks.add(Map.of());
        int created = webhooks.add(Map.of(), Map.of("type", List.of("ticket.created")));
        kit.awaitReady(kit.start());
        List<TicketEvent> events = events(40, 20);
        TicketEvent gap = TestEvents.gap();
        TicketEvent birth = TestEvents.changed(TicketEventType.CREATED, "800999", 1);
        send(events);
        EngineKit.topic().sendGap(gap);
        send(List.of(birth));

        await().atMost(SOON).until(() -> receivers.accepted(everything).size() >= 802);
        await().atMost(SOON).until(() -> number("delivered") == 804);
        assertThat(receivers.accepted(everything))
                .doesNotHaveDuplicates()
                .containsAll(ids(events))
                .contains(gap.id(), birth.id());
        for (int i = 0; i < 40; i++) {
            assertThat(receivers.accepted(everything, ticket(i))).containsExactlyElementsOf(ids(events, ticket(i)));
        }
        assertThat(receivers.accepted(created)).containsExactlyInAnyOrder(gap.id(), birth.id());
        assertThat(texts("SELECT COUNT(*) FROM ticketwire_webhook_attempt WHERE status = 200 AND answer = 'an answer'"))
                .containsExactly("804");
        assertThat(webhooks.stored(everything, "last_success")).isNotEqualTo("null");
    }

    @Test
    void whileATicketFailsItsLaterEventsWaitAndOthersGoOn() throws SQLException {
        int id = webhooks.add(Map.of());
        AtomicBoolean isBroken = new AtomicBoolean(true);
        receivers.behave((subscription, ticket, event) ->
                isBroken.get() && ticket.equals(ticket(0)) ? Answer.BROKEN : Answer.OK);
        kit.awaitReady(kit.start());
        List<TicketEvent> events = events(5, 30);
        send(events);

        await().atMost(SOON).until(() -> receivers.accepted(id).size() == 120);
        assertThat(receivers.accepted(id, ticket(0))).isEmpty();
        isBroken.set(false);
        awaitAccepted(id, events);
        assertOnceAndInOrder(id, events);
        await().atMost(SOON).until(() -> number("delivered") == 150);
        assertThat(texts("SELECT COUNT(*) FROM ticketwire_webhook_delivery WHERE attempts > 1"))
                .containsExactly("1");
    }

    @Test
    void aReceiverThatOnlyFailsIsProbedAndGetsEverythingAtItsFirstSuccess() throws SQLException {
        int bad = webhooks.add(Map.of());
        int good = webhooks.add(Map.of());
        AtomicBoolean isBroken = new AtomicBoolean(true);
        AtomicInteger probes = new AtomicInteger();
        receivers.behave((subscription, ticket, event) -> {
            if (subscription == bad) {
                probes.incrementAndGet();
            }
            return subscription == bad && isBroken.get() ? Answer.BROKEN : Answer.OK;
        });
        kit.awaitReady(kit.start("delivery.back-off", "1s"));
        List<TicketEvent> events = events(200, 3);
        send(events);

        awaitAccepted(good, events);
        await().atMost(SOON).until(() -> probes.get() >= 21);
        assertThat(probes.get()).isLessThan(60);
        isBroken.set(false);
        awaitAccepted(bad, events);
        assertOnceAndInOrder(bad, events);
        assertOnceAndInOrder(good, events);
    }

    @Test
    void moreThanMayWaitStaysInTheTopic() throws SQLException {
        int id = webhooks.add(Map.of());
        AtomicBoolean isBroken = new AtomicBoolean(true);
        receivers.behave((subscription, ticket, event) -> isBroken.get() ? Answer.BROKEN : Answer.OK);
        Engine engine = kit.start("feed.waiting", "10");
        kit.awaitReady(engine);
        List<TicketEvent> events = events(60, 20);
        send(events);

        await().atMost(SOON)
                .until(() -> !texts("SELECT 1 FROM ticketwire_webhook_position LIMIT 1")
                                .isEmpty()
                        && kit.gauge(engine, "behind.events") == 0);
        assertThat(number("pending")).isLessThanOrEqualTo(120);
        isBroken.set(false);
        awaitAccepted(id, events);
        assertOnceAndInOrder(id, events);
        await().atMost(SOON)
                .until(() -> texts("SELECT 1 FROM ticketwire_webhook_position").isEmpty());
    }

    @Test
    void aSubscriptionMadePausedAndResumedInAStreamMissesNothing() throws Exception {
        Engine engine = kit.start();
        int first = webhooks.add(Map.of());
        kit.awaitReady(engine);
        List<TicketEvent> before = events(10, 20);
        send(before);
        int second = webhooks.add(EngineKit.topic().ends());
        List<TicketEvent> then = events(10, 20);
        send(then);
        webhooks.pause(first);
        List<TicketEvent> later = events(10, 20);
        send(later);
        awaitAccepted(second, List.copyOf(concat(then, later)));
        webhooks.resume(first);
        List<TicketEvent> last = events(10, 20);
        send(last);

        awaitAccepted(first, concat(concat(before, then), concat(later, last)));
        awaitAccepted(second, concat(then, concat(later, last)));
        assertOnceAndInOrder(first, concat(concat(before, then), concat(later, last)));
        assertOnceAndInOrder(second, concat(then, concat(later, last)));
    }

    private static List<TicketEvent> concat(List<TicketEvent> one, List<TicketEvent> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
    }

    @Test
    void goneDisablesTheSubscriptionAndKeepsWhatWaits() throws SQLException {
        int id = webhooks.add(Map.of());
        receivers.behave((subscription, ticket, event) -> Answer.of(410));
        kit.awaitReady(kit.start());
        send(events(1, 5));

        await().atMost(SOON).until(() -> webhooks.stored(id, "state").equals("disabled"));
        assertThat(webhooks.stored(id, "reason")).isEqualTo("gone");
        await().atMost(SOON).until(() -> number("pending") == 5);
        assertThat(receivers.calls()).hasSize(1);
    }

    @Test
    void whoFailsTooLongIsPausedAndGoesOnWhenResumed() throws SQLException {
        int id = webhooks.add(Map.of());
        AtomicBoolean isBroken = new AtomicBoolean(true);
        receivers.behave((subscription, ticket, event) -> isBroken.get() ? Answer.BROKEN : Answer.OK);
        kit.awaitReady(kit.start("delivery.pause-after", "2s"));
        List<TicketEvent> events = events(3, 3);
        send(events);

        await().atMost(SOON).until(() -> webhooks.stored(id, "state").equals("paused"));
        assertThat(webhooks.stored(id, "reason")).isEqualTo("failing");
        assertThat(webhooks.stored(id, "failing_since")).isNotEqualTo("null");
        isBroken.set(false);
        webhooks.resume(id);
        awaitAccepted(id, events);
        assertOnceAndInOrder(id, events);
    }

    @Test
    void whatTheReceiverAsksForIsKept() throws SQLException {
        webhooks.add(Map.of());
        receivers.behave((subscription, ticket, event) -> new Answer(503, 0, Duration.ofHours(3)));
        kit.awaitReady(kit.start());
        send(events(1, 1));

        await().atMost(SOON)
                .until(() -> !texts("SELECT 1 FROM ticketwire_webhook_delivery WHERE attempts = 1 AND"
                                + " next_attempt BETWEEN UTC_TIMESTAMP() + INTERVAL 170 MINUTE"
                                + " AND UTC_TIMESTAMP() + INTERVAL 185 MINUTE")
                        .isEmpty());
    }

    @Test
    void whatIsAskedForAgainOrDiscardedIsTakenAtOnce() throws SQLException {
        int id = webhooks.add(Map.of());
        AtomicBoolean isBroken = new AtomicBoolean(false);
        receivers.behave((subscription, ticket, event) -> isBroken.get() ? Answer.BROKEN : Answer.OK);
        kit.awaitReady(kit.start("delivery.back-off", "1h"));
        List<TicketEvent> first = events(1, 2);
        send(first);
        await().atMost(SOON).until(() -> number("delivered") == 2);
        EngineKit.execute("INSERT INTO ticketwire_webhook_delivery (subscription_id, event_id, repeat_number, type,"
                + " ticket_number, event_time, partition_id, record_offset, state, created) SELECT subscription_id,"
                + " event_id, 1, type, ticket_number, event_time, partition_id, record_offset, 'requested',"
                + " UTC_TIMESTAMP(3) FROM ticketwire_webhook_delivery ORDER BY id LIMIT 1");
        await().atMost(SOON).until(() -> number("delivered") == 3);
        assertThat(receivers.accepted(id))
                .containsExactly(
                        first.get(0).id(), first.get(1).id(), first.get(0).id());

        isBroken.set(true);
        List<TicketEvent> second = events(1, 3);
        send(second);
        await().atMost(SOON)
                .until(() -> !texts("SELECT 1 FROM ticketwire_webhook_delivery WHERE attempts = 1"
                                + " AND state = 'pending'")
                        .isEmpty());
        isBroken.set(false);
        EngineKit.execute("UPDATE ticketwire_webhook_delivery SET state = 'discarding' WHERE event_id = '"
                + second.get(0).id() + "'");
        await().atMost(SOON).until(() -> number("delivered") == 5);
        assertThat(number("discarded")).isEqualTo(1);
        assertThat(receivers.accepted(id).subList(3, 5)).containsExactlyElementsOf(ids(second.subList(1, 3)));
    }

    @Test
    void aRetryThatIsAskedForDoesNotWait() throws SQLException {
        int id = webhooks.add(Map.of());
        AtomicBoolean isBroken = new AtomicBoolean(true);
        receivers.behave((subscription, ticket, event) -> isBroken.get() ? Answer.BROKEN : Answer.OK);
        kit.awaitReady(kit.start("delivery.back-off", "1h"));
        List<TicketEvent> events = events(1, 3);
        send(events);
        await().atMost(SOON)
                .until(() -> !texts("SELECT 1 FROM ticketwire_webhook_delivery WHERE attempts = 1")
                        .isEmpty());
        isBroken.set(false);
        EngineKit.execute("UPDATE ticketwire_webhook_delivery SET state = 'requested' WHERE attempts = 1");

        awaitAccepted(id, events);
        assertOnceAndInOrder(id, events);
    }

    @Test
    void aRetryThatIsAskedForWhilePausedIsNotOvertaken() throws SQLException {
        int id = webhooks.add(Map.of());
        AtomicBoolean isBroken = new AtomicBoolean(true);
        receivers.behave((subscription, ticket, event) -> isBroken.get() ? Answer.BROKEN : Answer.OK);
        kit.awaitReady(kit.start("delivery.back-off", "1h"));
        List<TicketEvent> events = events(10, 3);
        send(events);
        await().atMost(SOON)
                .until(() -> texts("SELECT 1 FROM ticketwire_webhook_delivery WHERE attempts = 1")
                                .size()
                        == 10);
        webhooks.pause(id);
        isBroken.set(false);
        EngineKit.execute("UPDATE ticketwire_webhook_delivery SET state = 'requested' WHERE attempts = 1");
        webhooks.resume(id);

        awaitAccepted(id, events);
        assertOnceAndInOrder(id, events);
    }

    @Test
    void whatIsNoLongerInTheTopicFailsAndTheRestGoesOn() throws Exception {
        int id = webhooks.add(Map.of());
        webhooks.pause(id);
        Engine engine = kit.start("topic.recent-bytes", "1");
        kit.awaitReady(engine);
        webhooks.resume(id);
        receivers.behave((subscription, ticket, event) -> Answer.BROKEN);
        send(events(1, 1));
        await().atMost(SOON).until(() -> number("pending") == 1);
        webhooks.pause(id);
        send(events(30, 3));
        await().atMost(SOON).until(() -> kit.gauge(engine, "behind.events") == 0);
        EngineKit.topic().deleteAll();
        receivers.behave((subscription, ticket, event) -> Answer.OK);
        webhooks.resume(id);
        List<TicketEvent> last = events(30, 1);
        send(last);

        awaitAccepted(id, last);
        await().atMost(SOON).until(() -> number("failed") == 1);
        assertThat(texts("SELECT error FROM ticketwire_webhook_attempt WHERE error IS NOT NULL"))
                .containsExactly("event-expired");
        assertThat(webhooks.stored(id, "missed_since")).isNotEqualTo("null");
    }

    @Test
    void oldDeliveriesAndThoseOfDeletedSubscriptionsAreCleaned() throws SQLException {
        webhooks.add(Map.of());
        kit.awaitReady(kit.start("log.clean-every", "200ms"));
        send(events(3, 3));
        await().atMost(SOON).until(() -> number("delivered") == 9);
        EngineKit.execute(
                "UPDATE ticketwire_webhook_delivery SET created = '2020-01-01', settled = '2020-01-01'" + " LIMIT 4");
        EngineKit.execute("UPDATE ticketwire_webhook_attempt SET started = '2020-01-01' LIMIT 5");
        await().atMost(SOON)
                .until(() -> number("delivered") == 5
                        && texts("SELECT 1 FROM ticketwire_webhook_attempt").size() == 4);

        EngineKit.execute("DELETE FROM ticketwire_webhook");
        await().atMost(SOON).until(() -> number("delivered") == 0);
    }
}
