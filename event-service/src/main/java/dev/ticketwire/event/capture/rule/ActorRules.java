package dev.ticketwire.event.capture.rule;

import static dev.ticketwire.contract.event.TicketEventType.*;

import dev.ticketwire.contract.event.Actor;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.event.capture.row.Command;
import dev.ticketwire.event.capture.row.EntryRow;
import dev.ticketwire.event.capture.row.HistoryRow;
import dev.ticketwire.event.capture.row.Step;
import dev.ticketwire.event.capture.row.TicketRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who made a change. A command says its API key. An entry says its author, and of an edit its editor. Of other changes
 * osTicket's history says it, in a row of the same kind: mostly the next one after the change; some kinds of rows are
 * also written before. Where there is no history, an agent's reply explains who claimed the ticket and answered it, a
 * customer's message why it is unanswered again. Else it was the system.
 */
final class ActorRules {
    /** The kinds of history rows that belong to a kind of event. */
    private static final Map<TicketEventType, Set<String>> HISTORY = new EnumMap<>(Map.ofEntries(
            Map.entry(CREATED, Set.of("created")),
            Map.entry(STATUS_CHANGED, Set.of("closed", "reopened", "edited")),
            Map.entry(ASSIGNED, Set.of("assigned", "released", "closed", "transferred")),
            Map.entry(TRANSFERRED, Set.of("transferred")),
            Map.entry(PRIORITY_CHANGED, Set.of("edited")),
            Map.entry(SLA_CHANGED, Set.of("edited", "transferred")),
            Map.entry(TOPIC_CHANGED, Set.of("edited")),
            Map.entry(SUBJECT_CHANGED, Set.of("edited")),
            Map.entry(FIELD_CHANGED, Set.of("edited")),
            Map.entry(SOURCE_CHANGED, Set.of("edited")),
            Map.entry(OWNER_CHANGED, Set.of("edited")),
            Map.entry(DUE_DATE_CHANGED, Set.of("edited", "closed", "reopened", "transferred")),
            Map.entry(OVERDUE, Set.of("overdue", "edited", "closed", "reopened")),
            Map.entry(ANSWERED, Set.of("reopened", "closed")),
            Map.entry(COLLABORATOR_ADDED, Set.of("collab", "merged")),
            Map.entry(COLLABORATOR_REMOVED, Set.of("collab", "edited")),
            Map.entry(REFERRED, Set.of("referred", "transferred", "assigned", "merged")),
            Map.entry(REFERRAL_REMOVED, Set.of("transferred", "assigned")),
            Map.entry(LINKED, Set.of("linked")),
            Map.entry(UNLINKED, Set.of("unlinked")),
            Map.entry(MERGED, Set.of("merged")),
            Map.entry(DELETED, Set.of("deleted"))));
    /** Kinds of events whose history row may be written before the change. */
    private static final Set<TicketEventType> FOLLOWS_HISTORY = Set.of(
            SLA_CHANGED,
            DUE_DATE_CHANGED,
            OVERDUE,
            COLLABORATOR_ADDED,
            COLLABORATOR_REMOVED,
            REFERRED,
            REFERRAL_REMOVED,
            LINKED,
            UNLINKED,
            MERGED);

    private final List<Step> steps;
    private final Neighbours neighbours;
    private final People people;

    ActorRules(List<Step> steps, Surroundings names) {
        this.steps = steps;
        this.neighbours = new Neighbours(steps, names);
        this.people = new People(steps, names);
    }

    /** Who made the change of this type that the step carries. */
    Actor of(int index, TicketEventType type) {
        Step step = steps.get(index);
        Command command = step.command();
        if (command != null) {
            return new Actor(Actor.Kind.API_KEY, command.apiKey(), null);
        }
        if (step.isComplete()) {
            return Actor.SYSTEM;
        }
        Actor actor = switch (type) {
            case MESSAGE_POSTED, REPLY_POSTED, NOTE_POSTED -> author(index);
            case ENTRY_EDITED -> editor(index);
            case CREATED -> orElse(recorded(index, type), firstAuthor(index));
            case ANSWERED -> answered(index);
            case ASSIGNED -> assigner(index);
            default -> recorded(index, type);
        };
        return actor == null ? Actor.SYSTEM : actor;
    }

    private static @Nullable Actor orElse(@Nullable Actor first, @Nullable Actor second) {
        return first == null ? second : first;
    }

    private @Nullable Actor recorded(int index, TicketEventType type) {
        HistoryRow row = neighbours.following(index, history(type));
        if (row == null && FOLLOWS_HISTORY.contains(type)) {
            row = neighbours.preceding(index, history(type)::contains);
        }
        return row == null ? null : people.actor(row);
    }

    private static Set<String> history(TicketEventType type) {
        return HISTORY.getOrDefault(type, Set.of());
    }

    /**
     * Replying to a ticket that nobody has assigns it to who replies, without history. An assignment has its history
     * right after it.
     */
    private @Nullable Actor assigner(int index) {
        Actor claimant = claimant(index);
        return claimant == null || neighbours.isHistoryNext(index, history(ASSIGNED))
                ? recorded(index, ASSIGNED)
                : claimant;
    }

    private @Nullable Actor claimant(int index) {
        TicketRow before = steps.get(index).before(TicketRow.class);
        TicketRow after = steps.get(index).after(TicketRow.class);
        if (before == null || after == null || before.agent() != 0) {
            return null;
        }
        EntryRow entry = neighbours.entryBefore(index, row -> row.isReply() || row.isMessage());
        return entry != null && entry.agent() != 0 && entry.agent() == after.agent()
                ? people.agent(entry.agent())
                : null;
    }

    private @Nullable Actor answered(int index) {
        TicketRow before = steps.get(index).before(TicketRow.class);
        TicketRow after = steps.get(index).after(TicketRow.class);
        if (before != null && after != null && before.status() != after.status()) {
            return recorded(index, ANSWERED);
        }
        boolean isAnswered = after != null && after.answered();
        EntryRow entry = neighbours.entryBefore(index, row -> row.isReply() || row.isMessage());
        boolean isReason = entry != null && entry.isReply() == isAnswered;
        return entry != null && isReason ? people.author(entry) : recorded(index, ANSWERED);
    }

    private @Nullable Actor author(int index) {
        EntryRow entry = (EntryRow) steps.get(index).row();
        Actor author = people.author(entry);
        if (author != null) {
            return author;
        }
        if (entry.isReply()) {
            return byFilter(index) ? new Actor(Actor.Kind.FILTER, null, null) : null;
        }
        HistoryRow row = neighbours.historyRightBefore(index);
        return row == null ? null : people.actor(row);
    }

    /** A filter may send a canned response. */
    private boolean byFilter(int index) {
        return steps.subList(0, index).stream()
                .anyMatch(step ->
                        step.row() instanceof HistoryRow row && row.username().equals(People.FILTER));
    }

    private @Nullable Actor editor(int index) {
        EntryRow entry = (EntryRow) steps.get(index).row();
        for (Step step : steps.subList(index, steps.size())) {
            EntryRow after = step.after(EntryRow.class);
            if (after != null && after.id() == entry.id() && after.isEdited()) {
                return people.editor(after);
            }
        }
        return null;
    }

    private @Nullable Actor firstAuthor(int index) {
        for (Step step : steps.subList(index, steps.size())) {
            EntryRow entry = step.after(EntryRow.class);
            if (entry != null && step.isInsert()) {
                return people.author(entry);
            }
        }
        return null;
    }

    /** Ids of the customers whose names these rules may need. */
    static void wanted(Step step, Set<Long> users) {
        if (step.row() instanceof HistoryRow row && row.actor() != 0 && "U".equals(row.actorType())) {
            users.add(row.actor());
        }
        if (step.row() instanceof EntryRow row) {
            users.add(row.customer());
            if ("U".equals(row.editorType())) {
                users.add(row.editor());
            }
        }
    }
}
