package dev.ticketwire.seed;

import static dev.ticketwire.seed.SyntheticTicket.NEVER;

import dev.ticketwire.seed.HelpDesk.Agent;
import dev.ticketwire.seed.HelpDesk.Priority;
import dev.ticketwire.seed.HelpDesk.ServiceLevel;
import dev.ticketwire.seed.HelpDesk.Status;
import dev.ticketwire.seed.SyntheticTicket.Routing;
import dev.ticketwire.seed.SyntheticTicket.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Generates a ticket from its running number; the higher the number, the later its creation. */
final class TicketGenerator {
    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;
    private static final int YEAR = 365 * DAY;
    /** All tickets were created within this time before today. */
    private static final int SPAN = 3 * YEAR;

    private static final int MOST_ENTRIES = 12;
    private static final List<String> SOURCES =
            List.of("API", "API", "API", "API", "Web", "Web", "Web", "Email", "Email", "Phone");

    private final int number;
    private final HelpDesk desk;
    private final RandomChoices random;

    private TicketGenerator(int number, HelpDesk desk) {
        this.number = number;
        this.desk = desk;
        this.random = new RandomChoices(number, 2);
    }

    /** @param total number of tickets spread over the three years */
    static SyntheticTicket generate(int number, int total, HelpDesk desk) {
        return new TicketGenerator(number, desk).generate(total);
    }

    /** @return number of entries of the ticket's thread, three on average */
    static int entries(int number) {
        RandomChoices random = new RandomChoices(number, 1);
        int entries = 1;
        while (entries < MOST_ENTRIES && random.chance(67)) {
            entries++;
        }
        return entries;
    }

    private SyntheticTicket generate(int total) {
        long created = desk.today() - SPAN + (long) ((number + random.nextDouble()) / total * (SPAN - HOUR));
        long age = desk.today() - created;
        boolean isClosed = random.chance(age > 21 * DAY ? 92 : 40);
        Status status = random.oneOfFavouringFirst(statuses(isClosed, age));
        Priority priority = random.chance(60) ? middle(desk.priorities()) : random.oneOf(desk.priorities());
        return new SyntheticTicket(
                number, times(created, age, isClosed), routing(isClosed), status, priority, random.oneOf(SOURCES));
    }

    private List<Status> statuses(boolean isClosed, long age) {
        if (!isClosed) {
            return desk.open();
        }
        boolean isArchived = age > YEAR && random.chance(2) && !desk.archived().isEmpty();
        return isArchived ? desk.archived() : desk.closed();
    }

    private Times times(long created, long age, boolean isClosed) {
        long life = Math.min(600 + random.seconds((isClosed ? 2 : 5) * DAY), age - 60);
        boolean isReopened = life > 2 * HOUR && random.chance(5);
        boolean isDue = !isClosed && random.chance(20);
        return new Times(
                created,
                created + life,
                isReopened ? created + life / 2 : NEVER,
                isReopened ? created + life / 3 * 2 : NEVER,
                isClosed ? created + life : NEVER,
                isDue ? created + 14 * DAY : NEVER);
    }

    private Routing routing(boolean isClosed) {
        int department = random.oneOfFavouringFirst(desk.departments());
        int topic = desk.topics().isEmpty() || random.chance(10) ? 0 : random.oneOfFavouringFirst(desk.topics());
        int team = desk.teams().isEmpty() || !random.chance(8) ? 0 : random.oneOf(desk.teams());
        boolean isAssigned = random.chance(isClosed ? 90 : 60);
        return new Routing(department, topic, team, serviceLevel(isClosed), agent(department), isAssigned);
    }

    private @Nullable ServiceLevel serviceLevel(boolean isClosed) {
        boolean hasNone = desk.serviceLevels().isEmpty() || random.chance(isClosed ? 10 : 45);
        return hasNone ? null : random.oneOfFavouringFirst(desk.serviceLevels());
    }

    private Agent agent(int department) {
        List<Agent> own = desk.agents().stream()
                .filter(agent -> agent.department() == department)
                .toList();
        return own.isEmpty() ? random.oneOf(desk.agents()) : random.oneOfFavouringFirst(own);
    }

    private static Priority middle(List<Priority> priorities) {
        return priorities.get(Math.min(1, priorities.size() - 1));
    }
}
