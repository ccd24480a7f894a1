package dev.ticketwire.event.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.event.capture.LogReplay.Commit;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many tickets at once, with random actions at random times: however the log is read, the events are the same. */
class RandomHistoryTest {
    private static final int TICKETS = 6;
    private static final int ACTIONS = 8;
    private static final long[] PAUSES = {2, 30, 250, 700, 2_500, 6_000};

    private final MemoryHelpDesk empty = DemoDesk.create();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void liveAndLateReadingGiveTheSameEvents(long seed) throws SQLException, IOException {
        List<Commit> commits = history(new Random(seed));

        List<TicketEvent> live = LogReplay.live(empty.copy(), commits);
        List<TicketEvent> late = LogReplay.backlog(empty.copy(), commits);

        assertThat(live).isNotEmpty().doesNotHaveDuplicates();
        PublishedSchemas.assertValid(live);
        assertThat(Rereading.perTicket(late)).isEqualTo(Rereading.perTicket(live));
        assertThat(late.stream().map(EventText::line)).containsExactlyInAnyOrderElementsOf(lines(live));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void aReaderCanStopAnywhereAndAnotherGoesOn(long seed) throws SQLException {
        Rereading.assertNothingLostOrDoubled(empty.copy(), history(new Random(seed)));
    }

    private static List<String> lines(List<TicketEvent> events) {
        return events.stream().map(EventText::line).toList();
    }

    private List<Commit> history(Random random) {
        List<Commit> commits = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            commits.addAll(history(new PhpDesk(empty, 1000L * (i + 1)), "48011" + i, random));
        }
        commits.sort(Comparator.comparing(Commit::at));
        return commits;
    }

    private static List<Commit> history(PhpDesk desk, String number, Random random) {
        pause(desk, random);
        long ticket = desk.open(number, DemoDesk.ALICE, "Subject of " + number);
        long note = 0;
        for (int i = 0; i < ACTIONS; i++) {
            pause(desk, random);
            switch (random.nextInt(9)) {
                case 0 -> desk.reply(ticket, "Reply " + i);
                case 1 -> desk.message(ticket, "Message " + i);
                case 2 -> desk.close(ticket);
                case 3 -> desk.reopen(ticket);
                case 4 -> desk.editSubject(ticket, "Subject " + i);
                case 5 -> desk.transfer(ticket, random.nextBoolean() ? DemoDesk.SALES : DemoDesk.SUPPORT);
                case 6 ->
                    note = note == 0
                            ? desk.entry(ticket, "N", DemoDesk.BOB, 0, "Note")
                            : desk.edit(ticket, note, "Note " + i);
                case 7 -> desk.ticket(ticket, "lock_id", (long) i + 1);
                default -> command(desk, ticket, i);
            }
        }
        if (random.nextBoolean()) {
            pause(desk, random);
            desk.delete(ticket);
        }
        return desk.commits();
    }

    private static void command(PhpDesk desk, long ticket, int number) {
        desk.transaction(() -> {
            desk.ticket(ticket, "sla_id", number % 2 + 1L);
            desk.entry(ticket, "N", 0, 0, "API " + number);
            desk.inbox("command-" + ticket + "-" + number, ticket);
        });
    }

    private static void pause(PhpDesk desk, Random random) {
        desk.after(Duration.ofMillis(PAUSES[random.nextInt(PAUSES.length)] + random.nextInt(20)));
    }
}
