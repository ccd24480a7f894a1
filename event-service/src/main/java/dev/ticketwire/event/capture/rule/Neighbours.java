package dev.ticketwire.event.capture.rule;

import dev.ticketwire.event.capture.row.AnswerRow;
import dev.ticketwire.event.capture.row.EntryRow;
import dev.ticketwire.event.capture.row.HistoryRow;
import dev.ticketwire.event.capture.row.Step;
import dev.ticketwire.event.capture.row.TicketRow;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the rows before and after a change that explain it: those that PHP wrote within two seconds. */
final class Neighbours {
    /** A change and its history row are written by one request; mails may be sent in between. */
    private static final long MOST_SECONDS = 2;

    private final List<Step> steps;
    private final Surroundings names;

    Neighbours(List<Step> steps, Surroundings names) {
        this.steps = steps;
        this.names = names;
    }

    /** The next history row, unless the same thing has changed again before it. */
    @Nullable
    HistoryRow following(int index, Set<String> kinds) {
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

    /** The last history row of these kinds before a step. */
    @Nullable
    HistoryRow preceding(int index, Predicate<String> kinds) {
        for (int i = index - 1; i >= 0 && isNear(index, i); i--) {
            if (isHistory(steps.get(i), kinds)) {
                return (HistoryRow) steps.get(i).row();
            }
        }
        return null;
    }

    /** History that PHP wrote; a command's own says nothing about other rows. */
    boolean isHistory(Step step, Predicate<String> kinds) {
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

    /** The last entry of this kind before a step. */
    @Nullable
    EntryRow entryBefore(int index, Predicate<EntryRow> condition) {
        for (int i = index - 1; i >= 0 && isNear(index, i); i--) {
            Step step = steps.get(i);
            if (!step.isComplete() && step.isInsert() && step.row() instanceof EntryRow row && condition.test(row)) {
                return row;
            }
        }
        return null;
    }

    /** Whether the very next row is history of these kinds. */
    boolean isHistoryNext(int index, Set<String> kinds) {
        for (Step step : steps.subList(index + 1, steps.size())) {
            if (!step.isComplete()) {
                return isHistory(step, kinds::contains);
            }
        }
        return false;
    }

    /** The very last row before a step, if it is history. */
    @Nullable
    HistoryRow historyRightBefore(int index) {
        for (int i = index - 1; i >= 0 && isNear(index, i); i--) {
            if (!steps.get(i).isComplete()) {
                return steps.get(i).row() instanceof HistoryRow row ? row : null;
            }
        }
        return null;
    }
}
