package dev.ticketwire.seed;

import dev.ticketwire.seed.HelpDesk.Agent;
import dev.ticketwire.seed.HelpDesk.Priority;
import dev.ticketwire.seed.HelpDesk.ServiceLevel;
import dev.ticketwire.seed.HelpDesk.Status;
import org.jspecify.annotations.Nullable;

/**
 * A generated ticket. Times are seconds since 1970 on the database's clock, all before today; {@link #NEVER} if the
 * event did not happen.
 *
 * @param number running number, from 0
 */
record SyntheticTicket(int number, Times times, Routing routing, Status status, Priority priority, String source) {
    static final long NEVER = Long.MIN_VALUE;

    /**
     * {@code created ≤ firstClosed ≤ reopened ≤ closed}.
     *
     * @param end time of the last event
     * @param firstClosed first closing of a reopened ticket
     * @param due due date set by an agent
     */
    record Times(long created, long end, long firstClosed, long reopened, long closed, long due) {}

    /**
     * Assignment and responsibility; 0 and null for none.
     *
     * @param agent who answers; assigned if {@code isAssigned}
     */
    record Routing(
            int department, int topic, int team, @Nullable ServiceLevel serviceLevel, Agent agent, boolean isAssigned) {

        /** @return id of the assigned agent, 0 for none */
        int assignee() {
            return isAssigned ? agent.id() : 0;
        }

        int serviceLevelId() {
            return serviceLevel == null ? 0 : serviceLevel.id();
        }
    }

    boolean isOpen() {
        return times.closed == NEVER;
    }

    boolean isReopened() {
        return times.reopened != NEVER;
    }

    /** The due date by the service level; closing the ticket clears it once it has passed. */
    long estimatedDue() {
        ServiceLevel level = routing.serviceLevel;
        if (level == null) {
            return NEVER;
        }
        long time = Math.max(times.created, times.reopened) + level.graceHours() * 3600L;
        return isOpen() || time > times.closed ? time : NEVER;
    }

    /** The time at which it became overdue, if it did. */
    long overdue(long today) {
        long time = times.due != NEVER ? times.due : estimatedDue();
        return isOpen() && time != NEVER && time < today ? time : NEVER;
    }
}
