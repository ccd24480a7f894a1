package dev.ticketwire.osticket.selection;

import static dev.ticketwire.osticket.selection.View.ARRIVAL;
import static dev.ticketwire.osticket.selection.View.DEPARTURE;
import static dev.ticketwire.osticket.selection.View.HIDDEN;
import static dev.ticketwire.osticket.selection.View.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.contract.event.Entry;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.filter.RelationFilter;
import dev.ticketwire.testsupport.TestEvents;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Identity ALL = new Identity(1, Departments.ALL, true);
    private static final Identity SUPPORT = new Identity(1, Departments.of(List.of(1)), true);
    private static final Identity NO_NOTES = new Identity(1, Departments.ALL, false);

    private static Selection of(Map<String, List<String>> sent, Identity caller) {
        return Selection.of(sent, caller, () -> {
            throw new AssertionError("no filter needs it");
        });
    }

    private static Selection of(RelationFilter relations, Identity caller) {
        return new Selection(new EventFilter(null, null, relations), caller);
    }

    private static EventFacts facts(TicketEvent event) {
        return EventFacts.of(Redaction.parsed(TestEvents.json(event)));
    }

    private static EventFacts created(int department) {
        return facts(TestEvents.changed(TicketEventType.CREATED, "480113", department));
    }

    private static EventFacts moved(int from, int to) {
        return facts(TestEvents.transferred("480113", from, to));
    }

    @Test
    void withoutFiltersAKeyWithoutRestrictionsNeedsNoLook() {
        assertThat(of(Map.of(), ALL).isEverything()).isTrue();
        assertThat(of(Map.of(), SUPPORT).isEverything()).isFalse();
        assertThat(of(Map.of(), NO_NOTES).isEverything()).isFalse();
        assertThat(of(Map.of("number", List.of("1")), ALL).isEverything()).isFalse();
    }

    @Test
    void aKeySeesItsDepartmentsAndMovesAcrossTheirBorder() {
        Selection support = of(Map.of(), SUPPORT);

        assertThat(support.view(created(1))).isEqualTo(WHOLE);
        assertThat(support.view(created(2))).isEqualTo(HIDDEN);
        assertThat(support.view(created(0))).isEqualTo(HIDDEN);
        assertThat(support.view(moved(2, 1))).isEqualTo(ARRIVAL);
        assertThat(support.view(moved(1, 2))).isEqualTo(DEPARTURE);
        assertThat(support.view(moved(2, 3))).isEqualTo(HIDDEN);
        assertThat(of(Map.of(), ALL).view(moved(1, 2))).isEqualTo(WHOLE);
    }

    @Test
    void notesAreForKeysThatMaySeeThem() {
        EventFacts note = facts(TestEvents.changed(TicketEventType.NOTE_POSTED, "480113", 1));
        EventFacts edited = facts(TestEvents.edited("480113", 1, Entry.Type.NOTE));
        EventFacts reply = facts(TestEvents.edited("480113", 1, Entry.Type.REPLY));
        EventFacts unknown = facts(TestEvents.changed(TicketEventType.ENTRY_EDITED, "480113", 1));

        assertThat(List.of(note, edited, unknown, reply))
                .extracting(of(Map.of(), NO_NOTES)::view)
                .containsExactly(HIDDEN, HIDDEN, HIDDEN, WHOLE);
        assertThat(of(Map.of(), ALL).view(note)).isEqualTo(WHOLE);
    }

    @Test
    void aTypeIsNamedWithOrWithoutItsVersion() {
        for (String name : List.of("ticket.created", "ticket.created.v1", "ticket.deleted, ticket.created")) {
            assertThat(of(Map.of("type", List.of(name)), ALL).view(created(1))).isEqualTo(WHOLE);
        }
        assertThat(of(Map.of("type", List.of("ticket.deleted")), ALL).view(created(1)))
                .isEqualTo(HIDDEN);
        for (String name : List.of("ticket", "ticket.created.v2", "created", "ticket.created,")) {
            assertThatThrownBy(() -> of(Map.of("type", List.of(name)), ALL))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal().field()).isEqualTo("type"));
        }
    }

    @Test
    void aTransferMatchesBothOfItsDepartments() {
        for (int department : List.of(1, 2)) {
            Selection selection = of(new RelationFilter(Set.of(department), null, null, null, 2), ALL);
            assertThat(selection.view(moved(1, 2))).isEqualTo(WHOLE);
        }
        assertThat(of(new RelationFilter(Set.of(3), null, null, null, 2), ALL).view(moved(1, 2)))
                .isEqualTo(HIDDEN);
    }

    @Test
    void aFilterDoesNotRevealWhatTheTicketIsInAnotherDepartment() {
        EventFacts departure = moved(1, 2);

        assertThat(of(new RelationFilter(Set.of(2), null, null, null, 2), SUPPORT)
                        .view(departure))
                .isEqualTo(HIDDEN);
        assertThat(of(new RelationFilter(Set.of(2), null, null, null, 2), SUPPORT)
                        .view(moved(2, 1)))
                .isEqualTo(HIDDEN);
        for (int status : List.of(1, 2)) {
            assertThat(of(new RelationFilter(null, null, Set.of(status), null, 2), SUPPORT)
                            .view(departure))
                    .isEqualTo(DEPARTURE);
        }
    }

    @Test
    void aTicketWithoutPriorityHasTheUsualOne() {
        assertThat(of(new RelationFilter(null, null, null, Set.of(2), 2), ALL).view(created(1)))
                .isEqualTo(WHOLE);
        assertThat(of(new RelationFilter(null, null, null, Set.of(3), 2), ALL).view(created(1)))
                .isEqualTo(HIDDEN);
    }

    @Test
    void aGapPassesEverything() {
        Selection narrow = of(Map.of("type", List.of("ticket.deleted"), "number", List.of("1")), SUPPORT);

        assertThat(narrow.view(facts(TestEvents.gap()))).isEqualTo(WHOLE);
    }

    @Test
    void whatBelongsToTheOtherDepartmentIsTakenOut() {
        byte[] event = TestEvents.json(TestEvents.transferred("480113", 1, 2));

        String departure = new String(Redaction.apply(DEPARTURE, event), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(departure)
                .contains("\"ticket\":{\"id\":17,\"number\":\"480113\"}", "\"before\":{\"department\":{\"id\":1")
                .doesNotContain("after", "Secret", "\n", "Department 2");
        String arrival = new String(Redaction.apply(ARRIVAL, event), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(arrival).contains("Secret", "\"after\":").doesNotContain("before", "Before");
        assertThat(Redaction.apply(WHOLE, event)).isSameAs(event);
    }
}
