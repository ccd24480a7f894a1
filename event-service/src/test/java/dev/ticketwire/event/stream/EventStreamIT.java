package dev.ticketwire.event.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.contract.event.Entry;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.event.stream.TestStream.Block;
import dev.ticketwire.testsupport.TestEvents;
import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Streams of events from a real topic. */
@QuarkusTest
@WithTestResource(StreamResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills them in
class EventStreamIT {
    private static final Identity ALL = new Identity(1, Departments.ALL, true);
    private static final Identity SUPPORT = new Identity(2, Departments.of(List.of(1)), false);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static EventTopic topic;

    @TestHTTPResource("/events")
    URI events;

    @BeforeAll
    static void connect() {
        topic = new EventTopic(TestInfrastructure.bootstrapServers());
    }

    @AfterAll
    static void disconnect() {
        topic.close();
    }

    private TestStream open(String query) {
        return TestStream.open(events, query, null, ALL);
    }

    private TestStream resume(@Nullable String id) {
        return TestStream.open(events, "", id, ALL);
    }

    private static TicketEvent change(String number) {
        return TestEvents.changed(TicketEventType.STATUS_CHANGED, number, 1);
    }

    private static List<TicketEvent> changes(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> change(Integer.toString(500_000 + i % 40)))
                .toList();
    }

    private static List<String> ids(List<TicketEvent> events) {
        return events.stream().map(TicketEvent::id).toList();
    }

    private static List<String> idsOf(List<Block> blocks) {
        return blocks.stream()
                .map(EventStreamIT::json)
                .map(json -> json.path("id").asText())
                .toList();
    }

    private static JsonNode json(Block block) {
        try {
            return JSON.readTree(block.data());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aStreamBeginsNowWithAPointToResumeFromAndTellsEachEventAsACloudEvent() {
        topic.send(change("400001"));
        try (TestStream stream = open("")) {
            Awaitility.await().until(() -> !stream.blocks().isEmpty());
            assertThat(stream.blocks().getFirst().id()).isNotNull();
            TicketEvent event = change("400002");
            topic.send(event);

            Block told = stream.events(1).getLast();

            assertThat(told.event()).isEqualTo("ticket.status_changed.v1");
            assertThat(json(told).path("specversion").asText()).isEqualTo("1.0");
            assertThat(json(told).path("id").asText()).isEqualTo(event.id());
            assertThat(json(told).at("/data/ticket/number").asText()).isEqualTo("400002");
        }
    }

    @Test
    void aClientGoesOnAfterAnyEventWithoutGapOrRepeat() {
        List<TicketEvent> sent = changes(300);
        List<Block> whole;
        try (TestStream stream = open("")) {
            Awaitility.await().until(() -> !stream.blocks().isEmpty());
            topic.send(sent);
            whole = stream.events(300);
            assertThat(idsOf(whole)).containsExactlyInAnyOrderElementsOf(ids(sent));
        }
        for (int seen : List.of(1, 77, 200, 260, 299)) {
            try (TestStream stream = resume(whole.get(seen - 1).id())) {
                List<String> rest = idsOf(stream.events(300 - seen));
                assertThat(rest).containsExactlyInAnyOrderElementsOf(idsOf(whole.subList(seen, 300)));
            }
        }
    }

    @Test
    void aClientThatReadsOldEventsMissesNoneThatHappenMeanwhile() {
        String start = now();
        List<TicketEvent> sent = new ArrayList<>(changes(1_500));
        topic.send(sent);
        try (TestStream stream = resume(start)) {
            for (int i = 0; i < 20; i++) {
                List<TicketEvent> more = changes(40);
                topic.send(more);
                sent.addAll(more);
            }
            List<Block> told = stream.events(sent.size());

            assertThat(idsOf(told)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids(sent));
            for (String number : List.of("500000", "500039")) {
                assertThat(told.stream()
                                .filter(block ->
                                        json(block).path("subject").asText().equals(number))
                                .map(block -> json(block).path("id").asText()))
                        .containsExactlyElementsOf(sent.stream()
                                .filter(event -> number.equals(event.number()))
                                .map(TicketEvent::id)
                                .toList());
            }
        }
    }

    @Test
    void aClientThatComesBackIsToldAllThatItMissedWhileNothingNewHappens() {
        String start = now();
        List<TicketEvent> sent = changes(1_500);
        try (TestStream live = resume(start)) {
            topic.send(sent);
            assertThat(live.events(sent.size())).hasSize(sent.size());
        }
        try (TestStream stream = resume(start)) {
            assertThat(idsOf(stream.events(sent.size()))).containsExactlyInAnyOrderElementsOf(ids(sent));
        }
    }

    private String now() {
        try (TestStream stream = open("")) {
            Awaitility.await().until(() -> !stream.blocks().isEmpty());
            return stream.lastId();
        }
    }

    @Test
    void aStreamThatIsToldNothingGetsSignsOfLifeWithANewerPointToResumeFrom() {
        try (TestStream stream = open("?number=999999")) {
            Awaitility.await().until(() -> !stream.blocks().isEmpty());
            String start = stream.lastId();
            topic.send(change("400003"));

            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> !stream.lastId().equals(start));

            assertThat(stream.events()).isEmpty();
            assertThat(stream.blocks().getLast().comment()).isEqualTo("still here");
            try (TestStream resumed = TestStream.open(events, "", stream.lastId(), ALL)) {
                TicketEvent next = change("400004");
                topic.send(next);
                assertThat(idsOf(resumed.events(1))).containsExactly(next.id());
            }
        }
    }

    @Test
    void aFilterTellsOnlyWhatMatches() {
        try (TestStream stream = open("?type=ticket.note_posted,ticket.transferred.v1&department=2&number=400010")) {
            Awaitility.await().until(() -> !stream.blocks().isEmpty());
            TicketEvent note = TestEvents.changed(TicketEventType.NOTE_POSTED, "400010", 2);
            TicketEvent move = TestEvents.transferred("400010", 2, 3);
            topic.send(
                    TestEvents.changed(TicketEventType.NOTE_POSTED, "400010", 1),
                    TestEvents.changed(TicketEventType.NOTE_POSTED, "400011", 2),
                    TestEvents.changed(TicketEventType.CREATED, "400010", 2),
                    note,
                    move);

            assertThat(idsOf(stream.events(2))).containsExactly(note.id(), move.id());
        }
    }

    @Test
    void aKeyOfOneDepartmentIsToldOfMovesWithoutWhatTheTicketIsElsewhere() {
        try (TestStream stream = TestStream.open(events, "", null, SUPPORT)) {
            Awaitility.await().until(() -> !stream.blocks().isEmpty());
            topic.send(
                    TestEvents.changed(TicketEventType.CREATED, "400020", 2),
                    TestEvents.transferred("400020", 2, 1),
                    TestEvents.changed(TicketEventType.NOTE_POSTED, "400020", 1),
                    TestEvents.edited("400020", 1, Entry.Type.NOTE),
                    TestEvents.edited("400020", 1, Entry.Type.REPLY),
                    TestEvents.transferred("400020", 1, 2),
                    TestEvents.changed(TicketEventType.DELETED, "400020", 2),
                    TestEvents.changed(TicketEventType.CREATED, "400020", 1));

            List<Block> told = stream.events(4);

            assertThat(told)
                    .extracting(Block::event)
                    .containsExactly(
                            "ticket.transferred.v1",
                            "ticket.entry_edited.v1",
                            "ticket.transferred.v1",
                            "ticket.created.v1");
            JsonNode arrival = json(told.getFirst()).path("data");
            assertThat(arrival.has("before")).isFalse();
            assertThat(arrival.at("/after/department/id").asInt()).isEqualTo(1);
            JsonNode departure = json(told.get(2)).path("data");
            assertThat(departure.path("ticket").toString()).isEqualTo("{\"id\":17,\"number\":\"400020\"}");
            assertThat(departure.has("after")).isFalse();
            assertThat(departure.at("/before/department/id").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aGapIsToldToEverybodyOnce() {
        try (TestStream stream = TestStream.open(events, "?type=ticket.created&department=1", null, SUPPORT)) {
            Awaitility.await().until(() -> !stream.blocks().isEmpty());
            topic.sendGap(TestEvents.gap());
            topic.send(TestEvents.changed(TicketEventType.CREATED, "400030", 1));

            assertThat(stream.events(2))
                    .extracting(Block::event)
                    .containsExactlyInAnyOrder("feed.gap.v1", "ticket.created.v1");
        }
    }

    @Test
    void whatWasRolledBackOrIsNoEventIsNotTold() {
        try (TestStream stream = open("")) {
            Awaitility.await().until(() -> !stream.blocks().isEmpty());
            topic.sendAndAbort(change("400040"));
            topic.sendRubbish();
            TicketEvent event = change("400040");
            topic.send(event);

            assertThat(idsOf(stream.events(1))).containsExactly(event.id());
        }
    }

    @Test
    void whatIsNoLongerKeptIsSaidSo() throws Exception {
        String start = now();
        topic.send(changes(200));
        topic.deleteAll();

        assertThatThrownBy(() -> resume(start)).hasMessageContaining("410").hasMessageContaining("cursor-expired");
    }
}
