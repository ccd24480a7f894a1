package dev.ticketwire.event.capture.rule;

import dev.ticketwire.contract.event.ChangedMember;
import dev.ticketwire.contract.event.TicketChange;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.event.TicketState;
import dev.ticketwire.event.capture.lookup.TicketFacts;
import dev.ticketwire.event.capture.lookup.Wanted;
import dev.ticketwire.event.capture.row.AnswerRow;
import dev.ticketwire.event.capture.row.AttachmentRow;
import dev.ticketwire.event.capture.row.CollaboratorRow;
import dev.ticketwire.event.capture.row.Command;
import dev.ticketwire.event.capture.row.EntryRow;
import dev.ticketwire.event.capture.row.ReferralRow;
import dev.ticketwire.event.capture.row.Step;
import dev.ticketwire.event.capture.row.TicketRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happened to one ticket. Each step that means something gives its events, in the order of the steps; each
 * shows the ticket right after its transaction, or of a new ticket after all that made it.
 */
public final class TicketStory {
    private final long ticket;
    private final List<Step> steps;
    private final int creation;
    private final Surroundings names;
    private final ActorRules actors;
    private final ColumnRules columns;
    private final FamilyRules family;
    private final EntryRules entries;
    private final AnswerRules answers;
    private final PeopleRules people;
    private final List<TicketEvent> events = new ArrayList<>();
    private @Nullable TicketFacts facts;
    private boolean isDeleted;

    /**
     * @param steps all that is told together, in the log's order
     * @param creation the number of leading steps that make a new ticket
     * @param facts the ticket before the steps; null if it is new, or known to be gone
     */
    public TicketStory(long ticket, List<Step> steps, int creation, @Nullable TicketFacts facts, Surroundings names) {
        this.ticket = ticket;
        this.steps = steps;
        this.creation = creation;
        this.facts = facts;
        this.names = names;
        this.actors = new ActorRules(steps, names);
        this.columns = new ColumnRules(names);
        this.family = new FamilyRules(names);
        this.entries = new EntryRules(steps, names);
        this.answers = new AnswerRules(names);
        this.people = new PeopleRules(names);
    }

    /** Whether a step can give an event by itself; other steps only explain it. */
    public static boolean isNews(long ticket, Step step) {
        return switch (step.row()) {
            case TicketRow row when row.id() != ticket -> true;
            case TicketRow row -> {
                TicketRow before = step.before(TicketRow.class);
                TicketRow after = step.after(TicketRow.class);
                yield before == null || after == null || ColumnRules.isNews(before, after);
            }
            case EntryRow row -> {
                EntryRow before = step.before(EntryRow.class);
                yield step.isInsert() || before != null && !step.isDelete() && EntryRules.isNews(before, row);
            }
            case AnswerRow row -> true;
            case CollaboratorRow row -> step.isInsert() || step.isDelete();
            case ReferralRow row -> step.isInsert() || step.isDelete();
            default -> false;
        };
    }

    /** Adds to {@code wanted} what {@link Surroundings} has to know to tell the steps. */
    public static void addWanted(long ticket, List<Step> steps, @Nullable TicketFacts facts, Wanted wanted) {
        if (facts != null) {
            wanted.users().add(facts.row().owner());
        }
        for (Step step : steps) {
            ActorRules.wanted(step, wanted.users());
            switch (step.row()) {
                case TicketRow row
                when row.id() == ticket -> {
                    addTicket(step.before(TicketRow.class), wanted);
                    addTicket(step.after(TicketRow.class), wanted);
                }
                case CollaboratorRow row -> wanted.users().add(row.user());
                case AttachmentRow row -> wanted.files().add(row.file());
                default -> {}
            }
        }
        wanted.users().remove(0L);
        wanted.numbers().remove(0L);
    }

    private static void addTicket(@Nullable TicketRow row, Wanted wanted) {
        if (row != null) {
            wanted.users().add(row.owner());
            wanted.numbers().add(row.parent());
        }
    }

    public List<TicketEvent> tell() {
        for (int start = 0; start < steps.size() && !isDeleted; ) {
            int end = groupEnd(start);
            tell(start, end);
            start = end;
        }
        return events;
    }

    /** The ticket after the steps; null if it is gone. */
    public @Nullable TicketFacts facts() {
        return isDeleted ? null : facts;
    }

    /** Whether the steps delete the ticket. */
    public boolean isDeleted() {
        return isDeleted;
    }

    private int groupEnd(int start) {
        if (start < creation) {
            return creation;
        }
        int end = start + 1;
        while (end < steps.size() && CreationPhase.isTogether(steps.get(start), steps.get(end))) {
            end++;
        }
        return end;
    }

    private void tell(int start, int end) {
        boolean isDeletion = steps.subList(start, end).stream().anyMatch(this::isDeletion);
        for (Step step : steps.subList(start, end)) {
            if (!isDeletion || !step.isDelete()) {
                learn(step);
            }
        }
        TicketFacts now = facts;
        if (now == null) {
            return;
        }
        TicketState state = names.state(now);
        for (int i = start; i < end && !isDeleted; i++) {
            boolean isRemains = isDeletion && steps.get(i).isDelete() && !isDeletion(steps.get(i));
            for (Fact fact : isRemains ? List.<Fact>of() : facts(i, start, now)) {
                events.add(event(i, fact, state));
            }
        }
    }

    private List<Fact> facts(int index, int start, TicketFacts now) {
        return start < creation ? ofCreation(index) : of(index, now.row());
    }

    /** A deletion takes the answers, collaborators and referrals along, and they belong to the last state. */
    private boolean isDeletion(Step step) {
        return step.isDelete() && step.row() instanceof TicketRow row && row.id() == ticket;
    }

    private void learn(Step step) {
        TicketRow row = step.after(TicketRow.class);
        if (facts != null) {
            facts = facts.after(step, names.form());
        } else if (row != null && row.id() == ticket && step.isInsert()) {
            facts = new TicketFacts(row, null, 0);
        }
    }

    /** What belongs to the new ticket is in its event; whatever else happened meanwhile is told as always. */
    private List<Fact> ofCreation(int index) {
        Step step = steps.get(index);
        EntryRow message = firstMessage();
        return switch (step.row()) {
            case TicketRow row when row.id() == ticket -> step.isInsert() ? List.of(created(message)) : List.of();
            case AnswerRow row -> List.of();
            case EntryRow row when message != null && row.id() == message.id() -> List.of();
            default -> of(index, Objects.requireNonNull(facts).row());
        };
    }

    private @Nullable EntryRow firstMessage() {
        for (Step step : steps.subList(0, creation)) {
            EntryRow entry = step.after(EntryRow.class);
            if (entry != null && step.isInsert() && entry.isMessage()) {
                return entry;
            }
        }
        return null;
    }

    private Fact created(@Nullable EntryRow message) {
        return new Fact(
                TicketEventType.CREATED,
                Fact.kind(TicketEventType.CREATED),
                null,
                Fact.two(
                        ChangedMember.ENTRY,
                        message == null ? null : entries.entry(message.id()),
                        ChangedMember.FIELDS,
                        answers.own(steps.subList(0, creation))));
    }

    private List<Fact> of(int index, TicketRow now) {
        Step step = steps.get(index);
        return switch (step.row()) {
            case TicketRow row
            when row.id() != ticket ->
                family.ofParent(ticket, step.before(TicketRow.class), step.after(TicketRow.class));
            case TicketRow row -> own(step);
            case EntryRow row -> entries.of(index);
            case AnswerRow row -> answers.of(step);
            case CollaboratorRow row -> people.collaborator(step);
            case ReferralRow row -> people.referral(step, now);
            default -> List.of();
        };
    }

    private List<Fact> own(Step step) {
        TicketRow before = step.before(TicketRow.class);
        TicketRow after = step.after(TicketRow.class);
        if (after == null) {
            isDeleted = true;
            return List.of(Fact.plain(TicketEventType.DELETED));
        }
        if (before == null) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>(columns.of(before, after));
        facts.addAll(family.ofChild(before, after));
        return facts;
    }

    private TicketEvent event(int index, Fact fact, TicketState state) {
        Step step = steps.get(index);
        Command command = step.command();
        return new TicketEvent(
                step.place().eventId(fact.kind()),
                fact.type(),
                step.place().transaction().time(),
                state.number(),
                command == null ? null : command.traceparent(),
                new TicketChange(
                        state,
                        actors.of(index, fact.type()),
                        command == null ? null : command.id(),
                        fact.before(),
                        fact.after()));
    }
}
