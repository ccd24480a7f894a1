package dev.ticketwire.seed;

import dev.ticketwire.seed.HelpDesk.Agent;
import dev.ticketwire.seed.HelpDesk.Priority;
import dev.ticketwire.seed.HelpDesk.ServiceLevel;
import dev.ticketwire.seed.HelpDesk.Status;
import org.jspecify.annotations.Nullable;

/**
 * One ticket that does not exist yet. Times are seconds since 1970 on the database's clock, all of them before today,
 * {@link #NEVER} where it did not happen.
 *
 * @param number running number, from 0
 */
record SyntheticTicket(int number, Times times, Routing routing, Status status, Priority priority, String source) {
    static final long NEVER = Long.MIN_VALUE;

    /**
     * {@code created ≤ firstClosed ≤ reopened ≤ closed}.
     *
     * @param end of everything that happens to the ticket
     * @param firstClosed when it was closed for the first time, of one that was reopened
     * @param due chosen by an agent
     */
    record Times(long created, long end, long firstClosed, long reopened, long closed, long due) {}

    /**
     * Who is responsible; 0 and null for none.
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

    /** When the service level wants it answered; closing it forgets that once it is past. */
    long estimatedDue() {
        ServiceLevel level = routing.serviceLevel;
        if (level == null) {
            return NEVER;
        }
        long time = Math.max(times.created, times.reopened) + level.graceHours() * 3600L;
        return isOpen() || time > times.closed ? time : NEVER;
    }

    /** When it became overdue, if it is. */
    long overdue(long today) {
        long time = times.due != NEVER ? times.due : estimatedDue();
        return isOpen() && time != NEVER && time < today ? time : NEVER;
    }
}
