package dev.ticketwire.event.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.event.TicketChange;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.event.capture.LogReplay.Commit;
import dev.ticketwire.event.capture.MemoryHelpDesk.RowInCommit;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** So many changes while nobody read that they cannot all wait for the log's end. */
@NullUnmarked // rows: any column may be null
class LongBacklogTest {
    private static final int TICKETS = 8_000;
    private static final int PER_SECOND = 1_000;
    private static final int MOST_OPEN = 5_000 + 2 * PER_SECOND;
    private static final Instant START = Instant.parse("2026-11-24T17:40:00Z");

    private final MemoryHelpDesk desk = new MemoryHelpDesk(Map.of("ticket", tickets()))
            .with(DemoDesk.create().reference());

    private static List<Map<String, Object>> tickets() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (long id = 1; id <= TICKETS; id++) {
            rows.add(row(id, DemoDesk.SUPPORT));
        }
        return rows;
    }

    private static Map<String, Object> row(long id, long department) {
        Map<String, Object> row = new LinkedHashMap<>(PhpDesk.emptyTicket(id, "N" + id, DemoDesk.ALICE));
        row.put("dept_id", department);
        return row;
    }

    @Test
    void itIsToldWhileItIsReadWithExactChanges() throws SQLException {
        List<Commit> commits = transfers();
        commits.forEach(commit -> desk.commit(commit.rows()));
        EventAssembler assembler = LogReplay.assembler(desk);
        List<TicketEvent> events = new ArrayList<>();
        int mostOpen = 0;

        for (int i = 0; i < commits.size(); i++) {
            assembler.read(LogReplay.transaction(i, commits.get(i)), LogReplay.place(i + 1), START);
            if (i % 100 == 0) {
                events.addAll(assembler.close(Instant.EPOCH, LogReplay.place(i + 1)));
                mostOpen = Math.max(mostOpen, assembler.openWindows());
            }
        }
        int early = events.size();
        events.addAll(LogReplay.ticks(assembler, START, START.plus(LogReplay.LONG), commits.size()));

        assertThat(early).isPositive();
        assertThat(mostOpen).isLessThan(MOST_OPEN);
        assertThat(events).hasSize(TICKETS).allSatisfy(event -> {
            assertThat(EventText.change(event)).isEqualTo("department Support → department Sales");
            assertThat(EventText.change(event, TicketChange::ticket).department().id()).isEqualTo(DemoDesk.SALES);
        });
    }

    private static List<Commit> transfers() {
        List<Commit> commits = new ArrayList<>();
        for (long id = 1; id <= TICKETS; id++) {
            RowInCommit row = new RowInCommit("ticket", row(id, DemoDesk.SUPPORT), row(id, DemoDesk.SALES));
            commits.add(new Commit(START.plusSeconds(id / PER_SECOND), List.of(row)));
        }
        return commits;
    }
}
