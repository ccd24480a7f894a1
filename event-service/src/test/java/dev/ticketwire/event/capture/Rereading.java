package dev.ticketwire.event.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.event.capture.LogReplay.Commit;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;

/** Stops a reader after each transaction and goes on with a new one from its checkpoint. */
@NullUnmarked // rows: any column may be null
final class Rereading {
    private Rereading() {}

    /** What a reader had handed over, and where it stood. */
    private record Stop(int events, Checkpoint checkpoint) {}

    /** Asserts that both readers together give each of the events once, with the same content. */
    static void assertNothingLostOrDoubled(MemoryHelpDesk helpDesk, List<Commit> commits) throws SQLException {
        List<Stop> stops = new ArrayList<>();
        MemoryHelpDesk desk = helpDesk.copy();
        List<TicketEvent> all = readStopping(desk, commits, stops);
        Map<String, TicketEvent> expected = byId(all);
        for (Stop stop : stops) {
            EventAssembler second = new TicketEventAssembler(desk::reference, desk);
            second.resume(stop.checkpoint);
            List<TicketEvent> both = new ArrayList<>(all.subList(0, stop.events));
            both.addAll(LogReplay.readOn(second, commits));
            assertThat(ids(both)).as("ids, stopped at %s", stop.checkpoint).doesNotHaveDuplicates();
            assertThat(byId(both)).as("stopped at %s", stop.checkpoint).containsExactlyInAnyOrderEntriesOf(expected);
            assertThat(perTicket(both))
                    .as("order, stopped at %s", stop.checkpoint)
                    .isEqualTo(perTicket(all));
        }
    }

    private static List<TicketEvent> readStopping(MemoryHelpDesk desk, List<Commit> commits, List<Stop> stops)
            throws SQLException {
        EventAssembler assembler = LogReplay.assembler(desk);
        List<TicketEvent> events = new ArrayList<>();
        Instant now = Instant.EPOCH;
        for (int i = 0; i < commits.size(); i++) {
            Commit commit = commits.get(i);
            events.addAll(LogReplay.ticks(assembler, now, commit.at(), i));
            stops.add(new Stop(events.size(), assembler.checkpoint()));
            now = commit.at();
            desk.commit(commit.rows());
            assembler.read(LogReplay.transaction(i, commit), LogReplay.place(i + 1), now);
            events.addAll(assembler.close(now, LogReplay.place(i + 1)));
            stops.add(new Stop(events.size(), assembler.checkpoint()));
        }
        events.addAll(LogReplay.ticks(assembler, now, now.plus(LogReplay.LONG), commits.size()));
        assertThat(assembler.openWindows()).isZero();
        return events;
    }

    static Map<String, TicketEvent> byId(List<TicketEvent> events) {
        return events.stream().collect(Collectors.toMap(TicketEvent::id, Function.identity(), (one, other) -> one));
    }

    static Map<String, List<String>> perTicket(List<TicketEvent> events) {
        return events.stream()
                .collect(Collectors.groupingBy(
                        event -> String.valueOf(event.number()),
                        Collectors.mapping(TicketEvent::id, Collectors.toList())));
    }

    private static List<String> ids(List<TicketEvent> events) {
        return events.stream().map(TicketEvent::id).toList();
    }
}
