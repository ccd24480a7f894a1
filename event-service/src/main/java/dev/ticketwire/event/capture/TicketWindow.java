package dev.ticketwire.event.capture;

import dev.ticketwire.binlog.LogPosition;
import dev.ticketwire.event.capture.lookup.TicketFacts;
import dev.ticketwire.event.capture.lookup.TicketForm;
import dev.ticketwire.event.capture.row.AnswerRow;
import dev.ticketwire.event.capture.row.LoggedTransaction;
import dev.ticketwire.event.capture.row.Step;
import dev.ticketwire.event.capture.row.TicketRow;
import dev.ticketwire.event.capture.rule.CreationPhase;
import dev.ticketwire.event.capture.rule.TicketStory;
import dev.ticketwire.osticket.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one ticket that are not told yet. What the ticket was before them is known from former rows, or is looked
 * up: the look-up shows the ticket at a later place of the log; the before image of the first row that changes it says
 * what it was here, and where the log holds no such row until then, it was the same.
 */
final class TicketWindow {
    private final long ticket;
    private final List<Step> steps = new ArrayList<>();
    private boolean isKnown;
    private boolean isAsked;
    private boolean isGone;
    private @Nullable TicketFacts facts;
    private @Nullable TicketFacts found;
    private @Nullable LogPosition foundAt;
    private boolean isNew;
    /** Of PHP's rows that mean something. */
    private @Nullable LoggedTransaction earliest;

    private @Nullable LoggedTransaction latest;

    /** @param facts the ticket before the first row; null if unknown */
    TicketWindow(long ticket, @Nullable TicketFacts facts) {
        this.ticket = ticket;
        this.facts = facts;
        this.isKnown = facts != null;
    }

    long ticket() {
        return ticket;
    }

    /** The steps, in the log's order. */
    List<Step> steps() {
        return steps;
    }

    /** What the ticket was before the first step; null if it is new or gone. */
    @Nullable
    TicketFacts facts() {
        return facts;
    }

    /** Whether the ticket was deleted before the first step. */
    boolean isGone() {
        return isGone;
    }

    LoggedTransaction first() {
        return steps.getFirst().place().transaction();
    }

    /**
     * Adds a row; one whose ticket was found late is put where it belongs.
     *
     * @return whether it lets the window wait
     */
    boolean add(Step step) {
        int at = steps.size();
        while (at > 0 && steps.get(at - 1).place().compareTo(step.place()) > 0) {
            at--;
        }
        steps.add(at, isOwn(step) && at > 0 ? sharing(step, at) : step);
        return notice(step);
    }

    /** A row is before a change mostly what it was after the change before; once in memory is enough. */
    private Step sharing(Step step, int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (isOwn(steps.get(i))) {
                return step.sharing(steps.get(i));
            }
        }
        return step;
    }

    private boolean notice(Step step) {
        isNew |= step.isInsert() && isOwn(step);
        if (step.isComplete() || isNoise(step)) {
            return false;
        }
        LoggedTransaction transaction = step.place().transaction();
        earliest = earliest == null || transaction.ordinal() < earliest.ordinal() ? transaction : earliest;
        latest = latest == null || transaction.ordinal() > latest.ordinal() ? transaction : latest;
        return true;
    }

    /** Whether none of PHP's rows came for so long that no other will. */
    boolean isQuiet(ReadClock clock) {
        return latest == null || clock.isQuietSince(latest);
    }

    /** Whether PHP's rows have waited for long. */
    boolean isOld(ReadClock clock) {
        return earliest == null || clock.isLongSince(earliest);
    }

    /** Whether a new ticket is among the rows. */
    boolean isNew() {
        return isNew;
    }

    /** Whether the database must be asked what the ticket was. */
    boolean wantsFacts() {
        return !isKnown
                && !isAsked
                && !isTold(steps)
                && steps.stream().anyMatch(step -> TicketStory.isNews(ticket, step));
    }

    /** Whether the rows themselves say what the ticket was: it is new, or deleted among them. */
    private boolean isTold(List<Step> among) {
        return among.stream().anyMatch(step -> isOwn(step) && (step.isInsert() || step.isDelete()));
    }

    private boolean isOwn(Step step) {
        return step.row() instanceof TicketRow row && row.id() == ticket;
    }

    /**
     * The answer of a look-up.
     *
     * @param at a place of the log that contains it
     * @param answer null if the ticket does not exist any more
     */
    void found(@Nullable TicketFacts answer, LogPosition at) {
        isAsked = true;
        found = answer;
        foundAt = at;
    }

    /**
     * Whether it is known what the ticket was before the first step. Its deletion tells that, but only once the rows
     * of its forms are deleted too.
     *
     * @param count number of leading steps that can be told
     * @param isRead whether the log has been read up to a place
     * @param isHasty whether a ticket that exists is shown as it was looked up
     */
    boolean isReady(int count, TicketForm form, Predicate<LogPosition> isRead, boolean isHasty) {
        if (!isKnown) {
            boolean isOvertaken = foundAt != null && (isRead.test(foundAt) || isHasty && found != null);
            if (isTold(steps) ? isTold(steps.subList(0, count)) : isOvertaken || hasNoNews()) {
                learn(form);
            }
        }
        return isKnown;
    }

    private boolean hasNoNews() {
        return steps.stream().noneMatch(step -> TicketStory.isNews(ticket, step));
    }

    private void learn(TicketForm form) {
        isKnown = true;
        Step first = firstOwn();
        TicketRow row = first != null ? first.before(TicketRow.class) : found == null ? null : found.row();
        boolean isNew = first != null && first.isInsert();
        isGone = row == null && !isNew;
        if (row != null) {
            Step subject = firstAnswer(form.subjectField());
            Step priority = firstAnswer(form.priorityField());
            facts = new TicketFacts(
                    row,
                    subject == null ? (found == null ? null : found.subject()) : value(subject),
                    priority == null ? (found == null ? 0 : found.priority()) : valueId(priority));
        }
    }

    private static @Nullable String value(Step step) {
        AnswerRow before = step.before(AnswerRow.class);
        return before == null ? null : before.value();
    }

    private static long valueId(Step step) {
        AnswerRow before = step.before(AnswerRow.class);
        return before == null ? 0 : before.valueId();
    }

    private @Nullable Step firstOwn() {
        return steps.stream().filter(this::isOwn).findFirst().orElse(null);
    }

    private @Nullable Step firstAnswer(long field) {
        return steps.stream()
                .filter(step -> step.row() instanceof AnswerRow answer && answer.field() == field)
                .findFirst()
                .orElse(null);
    }

    /** How many leading steps make a new ticket. */
    CreationPhase creation(ReadClock clock, Reference reference) {
        return isNew ? CreationPhase.of(ticket, steps, reference, clock::isOver) : CreationPhase.NONE;
    }

    /** How many leading steps can be told; whole transactions. */
    int closable(ReadClock clock, CreationPhase creation) {
        return creation.isComplete() ? closableFrom(creation.steps(), clock) : 0;
    }

    private int closableFrom(int start, ReadClock clock) {
        int open = start;
        while (open < steps.size() && steps.get(open).isComplete()) {
            open++;
        }
        Bursts bursts = new Bursts(clock);
        for (int i = open; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (!step.isComplete() && !isNoise(step)) {
                bursts.add(i, step.place().transaction());
            }
        }
        return bursts.isClosed() ? steps.size() : Math.max(open, bursts.closable());
    }

    private boolean isNoise(Step step) {
        return isOwn(step) && !TicketStory.isNews(ticket, step);
    }

    /** Takes the leading steps away, which are told. */
    void told(int count, @Nullable TicketFacts now, boolean isDeleted) {
        steps.subList(0, count).clear();
        facts = now;
        isNew = false;
        earliest = null;
        latest = null;
        steps.forEach(this::notice);
        isGone = isDeleted || isGone;
    }
}
