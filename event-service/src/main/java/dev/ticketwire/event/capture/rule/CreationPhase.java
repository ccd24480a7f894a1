package dev.ticketwire.event.capture.rule;

import dev.ticketwire.event.capture.row.EntryRow;
import dev.ticketwire.event.capture.row.Step;
import dev.ticketwire.event.capture.row.TicketRow;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.ServiceLevel;
import java.util.List;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows make a new ticket. The API writes it in one transaction. PHP inserts an empty row and fills it: status,
 * first message, SLA, assignment, and as the last thing the SLA's due date. The end is found in the rows and their
 * seconds alone, never in the time of reading, so that a second reading gives the same events.
 *
 * @param steps the number of leading steps that belong to it; 0 if no ticket is created
 * @param isComplete whether no step can be added
 */
public record CreationPhase(int steps, boolean isComplete) {
    /** No ticket is created. */
    public static final CreationPhase NONE = new CreationPhase(0, true);
    /** Mails may be sent between two commits, but they do not take longer. */
    private static final long LONGEST_SECONDS = 10;

    /**
     * @param isOver whether everything that was committed in a second (since 1970) has been read
     */
    public static CreationPhase of(long ticket, List<Step> steps, Reference reference, LongPredicate isOver) {
        int start = start(ticket, steps);
        if (start < 0) {
            return NONE;
        }
        return steps.get(start).isComplete()
                ? ofApi(steps, start)
                : new Reading(ticket, steps, start, reference).phase(isOver);
    }

    private static int start(long ticket, List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).isInsert() && steps.get(i).row() instanceof TicketRow row && row.id() == ticket) {
                return i;
            }
        }
        return -1;
    }

    private static CreationPhase ofApi(List<Step> steps, int start) {
        Step first = steps.get(start);
        int end = start + 1;
        while (end < steps.size() && isTogether(first, steps.get(end))) {
            end++;
        }
        return new CreationPhase(end, true);
    }

    /** Whether both belong to one command, or to one transaction of PHP. */
    static boolean isTogether(Step one, Step other) {
        return one.place().ordinal() == other.place().ordinal() && Objects.equals(one.command(), other.command());
    }

    /** Follows the rows that PHP writes. */
    private static final class Reading {
        private final long ticket;
        private final List<Step> steps;
        private final int start;
        private final Reference reference;
        private TicketRow row;
        private boolean hasMessage;
        /** The second in which the last thing came that is always written; -1 before. */
        private long settled = -1;

        Reading(long ticket, List<Step> steps, int start, Reference reference) {
            this.ticket = ticket;
            this.steps = steps;
            this.start = start;
            this.reference = reference;
            this.row = (TicketRow) steps.get(start).row();
        }

        CreationPhase phase(LongPredicate isOver) {
            long last = steps.get(start).place().second() + LONGEST_SECONDS;
            settle(steps.get(start));
            for (int i = start + 1; i < steps.size(); i++) {
                Step step = steps.get(i);
                long second = step.place().second();
                if (step.isComplete() || second > last || settled >= 0 && second > settled || isDeletion(step)) {
                    return new CreationPhase(i, true);
                }
                TicketRow before = row;
                observe(step);
                if (before.estimated() == null && row.estimated() != null) {
                    return new CreationPhase(transactionEnd(i), true);
                }
                settle(step);
            }
            return new CreationPhase(steps.size(), isOver.test(settled >= 0 ? settled : last));
        }

        private int transactionEnd(int index) {
            int end = index + 1;
            while (end < steps.size() && isTogether(steps.get(index), steps.get(end))) {
                end++;
            }
            return end;
        }

        private boolean isDeletion(Step step) {
            return step.isDelete() && step.row() instanceof TicketRow deleted && deleted.id() == ticket;
        }

        private void observe(Step step) {
            TicketRow after = step.after(TicketRow.class);
            if (after != null && after.id() == ticket) {
                row = after;
            }
            hasMessage |= step.isInsert() && step.row() instanceof EntryRow entry && entry.isMessage();
        }

        private void settle(Step step) {
            boolean isSettled = row.status() != 0 && hasMessage && !awaitsServiceLevel();
            if (!isSettled) {
                settled = -1;
            } else if (settled < 0) {
                settled = step.place().second();
            }
        }

        /** Whether an SLA will be set, or its due date. */
        private boolean awaitsServiceLevel() {
            if (row.estimated() != null) {
                return false;
            }
            return row.sla() == 0 ? isServiceLevelDue() : isActive((int) row.sla());
        }

        private boolean isServiceLevelDue() {
            Department department = reference.departments().get((int) row.department());
            HelpTopic topic = reference.topics().get((int) row.topic());
            return isActive(reference.config().number("default_sla_id"))
                    || department != null && isActive(department.slaId)
                    || topic != null && isActive(topic.slaId);
        }

        private boolean isActive(@Nullable Integer id) {
            ServiceLevel level = id == null ? null : reference.serviceLevels().get(id);
            return level != null && level.isActive();
        }
    }
}
