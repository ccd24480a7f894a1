package dev.ticketwire.event.capture.rule;

import static dev.ticketwire.contract.event.TicketEventType.*;

import dev.ticketwire.contract.event.Actor;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.event.TicketState.Named;
import dev.ticketwire.event.capture.row.AnswerRow;
import dev.ticketwire.event.capture.row.Command;
import dev.ticketwire.event.capture.row.EntryRow;
import dev.ticketwire.event.capture.row.HistoryRow;
import dev.ticketwire.event.capture.row.Step;
import dev.ticketwire.event.capture.row.TicketRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
    /** A change and its history row are written by one request; mails may be sent in between. */
    private static final long MOST_SECONDS = 2;

    private static final String FILTER = "Ticket Filter";
    private static final String SYSTEM = "SYSTEM";

    private final List<Step> steps;
    private final Surroundings names;

    ActorRules(List<Step> steps, Surroundings names) {
        this.steps = steps;
        this.names = names;
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
        Set<String> kinds = HISTORY.getOrDefault(type, Set.of());
        HistoryRow row = following(index, kinds);
        if (row == null && FOLLOWS_HISTORY.contains(type)) {
            row = preceding(index, kinds::contains);
        }
        return row == null ? null : actor(row);
    }

    /** The next history row, unless the same thing has changed again before it. */
    private @Nullable HistoryRow following(int index, Set<String> kinds) {
        for (int i = index + 1; i < steps.size() && isNear(index, i); i++) {
            Step step = steps.get(i);
            if (isHistory(step, kinds::contains)) {
                return (HistoryRow) step.row();
            }
            if (isSameAgain(steps.get(index), step)) {
                return null;
            }
        }
        return null;
    }

    private @Nullable HistoryRow preceding(int index, Predicate<String> kinds) {
        for (int i = index - 1; i >= 0 && isNear(index, i); i--) {
            if (isHistory(steps.get(i), kinds)) {
                return (HistoryRow) steps.get(i).row();
            }
        }
        return null;
    }

    /** History that PHP wrote; a command's own says nothing about other rows. */
    private boolean isHistory(Step step, Predicate<String> kinds) {
        return !step.isComplete() && step.row() instanceof HistoryRow row && kinds.test(names.historyName(row.type()));
    }

    private boolean isNear(int one, int other) {
        Step first = steps.get(one);
        Step second = steps.get(other);
        return Math.abs(first.place().second() - second.place().second()) <= MOST_SECONDS;
    }

    /** Whether a later step changes the same column or answer; then the history row is about that one. */
    private boolean isSameAgain(Step step, Step later) {
        if (step.row() instanceof AnswerRow one && later.row() instanceof AnswerRow other) {
            return one.entry() == other.entry() && one.field() == other.field();
        }
        TicketRow before = step.before(TicketRow.class);
        TicketRow after = step.after(TicketRow.class);
        TicketRow laterBefore = later.before(TicketRow.class);
        TicketRow laterAfter = later.after(TicketRow.class);
        return before != null
                && after != null
                && laterBefore != null
                && laterAfter != null
                && after.id() == laterAfter.id()
                && isSameColumn(before, after, laterBefore, laterAfter);
    }

    private static boolean isSameColumn(TicketRow before, TicketRow after, TicketRow again, TicketRow last) {
        return before.status() != after.status() && again.status() != last.status()
                || before.agent() != after.agent() && again.agent() != last.agent()
                || before.team() != after.team() && again.team() != last.team()
                || before.department() != after.department() && again.department() != last.department()
                || before.topic() != after.topic() && again.topic() != last.topic()
                || before.sla() != after.sla() && again.sla() != last.sla()
                || before.owner() != after.owner() && again.owner() != last.owner()
                || before.overdue() != after.overdue() && again.overdue() != last.overdue();
    }

    /**
     * Replying to a ticket that nobody has assigns it to who replies, without history. An assignment has its history
     * right after it.
     */
    private @Nullable Actor assigner(int index) {
        Actor claimant = claimant(index);
        return claimant == null || isRecordedNext(index) ? recorded(index, ASSIGNED) : claimant;
    }

    private boolean isRecordedNext(int index) {
        for (Step step : steps.subList(index + 1, steps.size())) {
            if (!step.isComplete()) {
                return isHistory(step, HISTORY.getOrDefault(ASSIGNED, Set.of())::contains);
            }
        }
        return false;
    }

    private @Nullable Actor claimant(int index) {
        TicketRow before = steps.get(index).before(TicketRow.class);
        TicketRow after = steps.get(index).after(TicketRow.class);
        if (before == null || after == null || before.agent() != 0) {
            return null;
        }
        EntryRow entry = entryBefore(index, row -> row.isReply() || row.isMessage());
        return entry != null && entry.agent() != 0 && entry.agent() == after.agent() ? agent(entry.agent()) : null;
    }

    private @Nullable Actor answered(int index) {
        TicketRow before = steps.get(index).before(TicketRow.class);
        TicketRow after = steps.get(index).after(TicketRow.class);
        if (before != null && after != null && before.status() != after.status()) {
            return recorded(index, ANSWERED);
        }
        boolean isAnswered = after != null && after.answered();
        EntryRow entry = entryBefore(index, row -> row.isReply() || row.isMessage());
        boolean isReason = entry != null && entry.isReply() == isAnswered;
        return entry != null && isReason ? author(entry) : recorded(index, ANSWERED);
    }

    private @Nullable EntryRow entryBefore(int index, Predicate<EntryRow> condition) {
        for (int i = index - 1; i >= 0 && isNear(index, i); i--) {
            Step step = steps.get(i);
            if (!step.isComplete() && step.isInsert() && step.row() instanceof EntryRow row && condition.test(row)) {
                return row;
            }
        }
        return null;
    }

    private @Nullable Actor author(int index) {
        EntryRow entry = (EntryRow) steps.get(index).row();
        Actor author = author(entry);
        if (author != null) {
            return author;
        }
        if (entry.isReply()) {
            return byFilter(index) ? new Actor(Actor.Kind.FILTER, null, null) : null;
        }
        HistoryRow row = preceding(index, kind -> !kind.equals("created"));
        return row == null ? null : actor(row);
    }

    /** A filter may send a canned response. */
    private boolean byFilter(int index) {
        return steps.subList(0, index).stream()
                .anyMatch(step ->
                        step.row() instanceof HistoryRow row && row.username().equals(FILTER));
    }

    private @Nullable Actor author(EntryRow entry) {
        if (entry.agent() != 0) {
            return agent(entry.agent());
        }
        return entry.customer() == 0 ? null : customer(entry.customer());
    }

    private @Nullable Actor editor(int index) {
        EntryRow entry = (EntryRow) steps.get(index).row();
        for (Step step : steps.subList(index, steps.size())) {
            EntryRow after = step.after(EntryRow.class);
            if (after != null && after.id() == entry.id() && after.isEdited()) {
                return "U".equals(after.editorType()) ? customer(after.editor()) : agent(after.editor());
            }
        }
        return null;
    }

    private @Nullable Actor firstAuthor(int index) {
        for (Step step : steps.subList(index, steps.size())) {
            EntryRow entry = step.after(EntryRow.class);
            if (entry != null && step.isInsert()) {
                return author(entry);
            }
        }
        return null;
    }

    private @Nullable Actor actor(HistoryRow row) {
        if (row.actor() != 0) {
            return "U".equals(row.actorType()) ? customer(row.actor()) : agent(row.actor());
        }
        return switch (row.username()) {
            case FILTER -> new Actor(Actor.Kind.FILTER, null, null);
            case SYSTEM, "" -> Actor.SYSTEM;
            default -> writer(row.username());
        };
    }

    /** osTicket notes only the name of a customer whose message reopens a ticket. */
    private Actor writer(String name) {
        for (Step step : steps) {
            EntryRow entry = step.after(EntryRow.class);
            if (entry != null && entry.customer() != 0 && name.equals(entry.poster())) {
                return customer(entry.customer());
            }
        }
        return new Actor(Actor.Kind.CUSTOMER, null, name);
    }

    private Actor agent(long id) {
        return actor(Actor.Kind.AGENT, id, names.agent(id));
    }

    private Actor customer(long id) {
        return actor(Actor.Kind.CUSTOMER, id, names.customer(id));
    }

    private static Actor actor(Actor.Kind kind, long id, @Nullable Named named) {
        return new Actor(kind, id, named == null ? null : named.name());
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
