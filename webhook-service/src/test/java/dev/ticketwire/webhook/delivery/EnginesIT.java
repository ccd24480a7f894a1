package dev.ticketwire.webhook.delivery;

import static dev.ticketwire.webhook.delivery.EngineKit.events;
import static dev.ticketwire.webhook.delivery.EngineKit.ids;
import static dev.ticketwire.webhook.delivery.EngineKit.number;
import static dev.ticketwire.webhook.delivery.EngineKit.texts;
import static dev.ticketwire.webhook.delivery.EngineKit.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.webhook.delivery.TestReceivers.Answer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Engines that come and go, a database that is away, and receivers that do anything. */
@SuppressWarnings("NullAway.Init") // JUnit fills them in
class EnginesIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    private EngineKit kit;
    private TestReceivers receivers;

    @BeforeEach
    void begin() throws SQLException {
        kit = new EngineKit();
        receivers = kit.receivers();
    }

    @AfterEach
    void end() {
        kit.close();
    }

    private static void send(List<TicketEvent> events) {
        EngineKit.topic().send(events);
    }

    private void awaitDelivered(int deliveries) {
        await().atMost(LONG).until(() -> number("delivered") == deliveries);
    }

    /** What was accepted for the first time, of each ticket, is in order and complete. */
    private void assertCompleteAndInOrder(int subscription, int tickets, List<TicketEvent> events) {
        for (int i = 0; i < tickets; i++) {
            assertThat(receivers.accepted(subscription, ticket(i)).stream().distinct())
                    .containsExactlyElementsOf(ids(events, ticket(i)));
        }
    }

    @Test
    void twoEnginesShareThePartitionsAndHandThemOverWithoutRepeats() throws Exception {
        int id = kit.webhooks().add(Map.of());
        receivers.behave((subscription, ticket, event) -> new Answer(200, 20, null));
        Engine first = kit.start();
        kit.awaitReady(first);
        List<TicketEvent> sent = new ArrayList<>(events(30, 10));
        send(sent);
        Engine second = kit.start();
        await().atMost(LONG).until(() -> kit.gauge(first, "partitions") == 6 && kit.gauge(second, "partitions") == 6);
        List<TicketEvent> more = events(30, 10);
        send(more);
        sent.addAll(more);
        kit.stop(first);
        List<TicketEvent> last = events(30, 10);
        send(last);
        sent.addAll(last);

        awaitDelivered(900);
        assertThat(receivers.accepted(id)).containsExactlyInAnyOrderElementsOf(ids(sent));
        assertCompleteAndInOrder(id, 30, sent);
    }

    @Test
    void whatAKilledEngineLeftIsRepeatedWithTheSameIds() throws SQLException {
        int id = kit.webhooks().add(Map.of());
        receivers.behave((subscription, ticket, event) -> new Answer(200, 30, null));
        Engine first = kit.start();
        kit.awaitReady(first);
        List<TicketEvent> sent = events(20, 30);
        send(sent);
        await().atMost(LONG).until(() -> receivers.accepted(id).size() > 100);
        kit.kill(first);
        kit.start();

        awaitDelivered(600);
        assertThat(receivers.accepted(id).stream().distinct()).containsExactlyInAnyOrderElementsOf(ids(sent));
        assertCompleteAndInOrder(id, 20, sent);
    }

    @Test
    void aPartitionThatWasAddedToTheTopicBeginsWithItsOldestRecord() throws Exception {
        int id = kit.webhooks().add(Map.of());
        Engine first = kit.start();
        kit.awaitReady(first);
        kit.stop(first);
        EngineKit.execute("DELETE FROM ticketwire_webhook_partition WHERE partition_id IN (3, 7)");
        List<TicketEvent> sent = events(40, 2);
        send(sent);
        kit.start();

        await().atMost(LONG).until(() -> receivers.accepted(id).containsAll(ids(sent)));
        assertCompleteInOrder(id, sent);
    }

    /** Others may have been accepted too. */
    private void assertCompleteInOrder(int subscription, List<TicketEvent> events) {
        for (int i = 0; i < 40; i++) {
            assertThat(receivers.accepted(subscription, ticket(i))).containsSubsequence(ids(events, ticket(i)));
        }
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsLostAndNothingRepeated() throws SQLException {
        int id = kit.webhooks().add(Map.of());
        AtomicBoolean isAway = new AtomicBoolean();
        Engine engine = kit.start(kit.switched(isAway));
        kit.awaitReady(engine);
        List<TicketEvent> sent = new ArrayList<>();
        for (boolean away : List.of(false, true, false, true, false)) {
            isAway.set(away);
            List<TicketEvent> some = events(10, 10);
            send(some);
            sent.addAll(some);
            await().atMost(LONG).until(() -> engine.problems().isEmpty() != away);
        }

        awaitDelivered(500);
        assertThat(receivers.accepted(id)).containsExactlyInAnyOrderElementsOf(ids(sent));
        assertCompleteAndInOrder(id, 10, sent);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverReceiversDoEachGetsEverythingOnceInTheOrderOfTheTicket(long seed) throws SQLException {
        Random random = new Random(seed);
        int receiving = 3;
        for (int i = 0; i < receiving; i++) {
            kit.webhooks().add(Map.of());
        }
        receivers.behave((subscription, ticket, event) -> {
            synchronized (random) {
                int dice = random.nextInt(10 * subscription);
                return dice < 3 ? new Answer(500 + dice, random.nextInt(40), null) : new Answer(200, dice, null);
            }
        });
        Engine engine = kit.start("feed.waiting", "20", "delivery.ready", "5", "delivery.tickets", "12");
        kit.awaitReady(engine);
        List<TicketEvent> sent = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            List<TicketEvent> some = events(25, 5);
            send(some);
            sent.addAll(some);
            int one = 1 + random.nextInt(receiving);
            if (round % 2 == 0) {
                kit.webhooks().pause(one);
            } else {
                for (int each = 1; each <= receiving; each++) {
                    kit.webhooks().resume(each);
                }
            }
        }

        awaitDelivered(receiving * 500);
        for (int id = 1; id <= receiving; id++) {
            assertThat(receivers.accepted(id)).containsExactlyInAnyOrderElementsOf(ids(sent));
            assertCompleteAndInOrder(id, 25, sent);
        }
        assertThat(texts("SELECT 1 FROM ticketwire_webhook_attempt WHERE status >= 500 LIMIT 1"))
                .isNotEmpty();
    }
}
