package dev.ticketwire.seed;

import dev.ticketwire.seed.HelpDesk.Agent;
import dev.ticketwire.seed.HelpDesk.Priority;
import dev.ticketwire.seed.HelpDesk.ServiceLevel;
import dev.ticketwire.seed.HelpDesk.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one ticket. Times are seconds since 1970 on the database's clock, {@link #NEVER} where it did not happen;
 * {@code created ≤ first ≤ reopened ≤ closed}, all of it before today.
 *
 * @param first when it was closed for the first time, of one that was reopened
 * @param agent who answers; assigned if {@code isAssigned}
 */
record SyntheticTicket(
        int number,
        long created,
        long end,
        long first,
        long reopened,
        long closed,
        Status status,
        int department,
        int topic,
        int team,
        @Nullable ServiceLevel serviceLevel,
        Priority priority,
        Agent agent,
        boolean isAssigned,
        long due,
        String source) {
    static final long NEVER = Long.MIN_VALUE;

    private static final int DAY = 86_400;
    private static final int SPAN = 3 * 365 * DAY;
    private static final int YEAR = 365 * DAY;

    /** @param total how many tickets share the three years: the higher a number, the later it was created */
    static SyntheticTicket of(int number, int total, HelpDesk desk) {
        RandomChoices draws = new RandomChoices(number, 2);
        long created = desk.today() - SPAN + (long) ((number + draws.share()) / total * (SPAN - 3600));
        long age = desk.today() - created;
        boolean isClosed = draws.chance(age > 21 * DAY ? 92 : 40);
        long life = Math.min(isClosed ? 600 + draws.seconds(2 * DAY) : 600 + draws.seconds(5 * DAY), age - 60);
        boolean isArchived =
                isClosed && age > YEAR && draws.chance(2) && !desk.archived().isEmpty();
        boolean isReopened = life > 7200 && draws.chance(5);
        int department = draws.favouring(desk.departments());
        Status status = draws.favouring(isArchived ? desk.archived() : isClosed ? desk.closed() : desk.open());
        boolean isAssigned = draws.chance(isClosed ? 90 : 60);
        Agent agent = agent(draws, desk.agents(), department);
        return new SyntheticTicket(
                number,
                created,
                created + life,
                isReopened ? created + life / 2 : NEVER,
                isReopened ? created + life / 3 * 2 : NEVER,
                isClosed ? created + life : NEVER,
                status,
                department,
                desk.topics().isEmpty() || draws.chance(10) ? 0 : draws.favouring(desk.topics()),
                desk.teams().isEmpty() || !draws.chance(8) ? 0 : draws.one(desk.teams()),
                desk.serviceLevels().isEmpty() || draws.chance(isClosed ? 10 : 45)
                        ? null
                        : draws.favouring(desk.serviceLevels()),
                draws.chance(60) ? middle(desk.priorities()) : draws.one(desk.priorities()),
                agent,
                isAssigned,
                draws.chance(20) && !isClosed ? created + 14 * DAY : NEVER,
                draws.one(List.of("API", "API", "API", "API", "Web", "Web", "Web", "Email", "Email", "Phone")));
    }

    private static Agent agent(RandomChoices draws, List<Agent> agents, int department) {
        List<Agent> own = agents.stream()
                .filter(agent -> agent.department() == department)
                .toList();
        return own.isEmpty() ? draws.one(agents) : draws.favouring(own);
    }

    private static Priority middle(List<Priority> priorities) {
        return priorities.get(Math.min(1, priorities.size() - 1));
    }

    /** How many entries its thread has: three on average. */
    static int entries(int number) {
        RandomChoices draws = new RandomChoices(number, 1);
        int entries = 1;
        while (entries < 12 && draws.chance(67)) {
            entries++;
        }
        return entries;
    }

    boolean isOpen() {
        return closed == NEVER;
    }

    boolean isReopened() {
        return reopened != NEVER;
    }

    int staff() {
        return isAssigned ? agent.id() : 0;
    }

    /** When the service level wants it answered; closing it forgets that once it is past. */
    long estimatedDue() {
        if (serviceLevel == null) {
            return NEVER;
        }
        long time = Math.max(created, reopened) + serviceLevel.graceHours() * 3600L;
        return isOpen() || time > closed ? time : NEVER;
    }

    /** When it became overdue, if it is. */
    long overdue(long today) {
        long time = due != NEVER ? due : estimatedDue();
        return isOpen() && time != NEVER && time < today ? time : NEVER;
    }
}
