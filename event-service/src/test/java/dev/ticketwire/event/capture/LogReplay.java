package dev.ticketwire.event.capture;

import dev.ticketwire.binlog.ChangedRow;
import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.binlog.Transaction;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.event.capture.MemoryHelpDesk.RowInCommit;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** Commits transactions to a help desk in memory and reads its log with an assembler. */
@NullUnmarked // rows: any column may be null
final class LogReplay {
    private static final Duration TICK = Duration.ofMillis(25);
    /** Longer than any window. */
    static final Duration LONG = Duration.ofSeconds(15);

    /**
     * A transaction.
     *
     * @param at when it is committed
     */
    record Commit(Instant at, List<RowInCommit> rows) {}

    private LogReplay() {}

    /** A new assembler at the beginning of the log. */
    static EventAssembler assembler(MemoryHelpDesk helpDesk) {
        EventAssembler assembler = new TicketEventAssembler(helpDesk::reference, helpDesk);
        assembler.resume(new Checkpoint(place(0), 0, java.util.Map.of()));
        return assembler;
    }

    /** Every transaction is read as soon as it is committed, and windows are closed all the time. */
    static List<TicketEvent> live(MemoryHelpDesk helpDesk, List<Commit> commits) throws SQLException {
        EventAssembler assembler = assembler(helpDesk);
        List<TicketEvent> events = new ArrayList<>();
        Instant now = commits.isEmpty() ? Instant.EPOCH : commits.getFirst().at();
        for (int i = 0; i < commits.size(); i++) {
            events.addAll(ticks(assembler, now, commits.get(i).at(), i));
            now = commits.get(i).at();
            helpDesk.commit(commits.get(i).rows());
            assembler.read(transaction(i, commits.get(i)), place(i + 1), now);
            events.addAll(assembler.close(now, place(i + 1)));
        }
        events.addAll(ticks(assembler, now, now.plus(LONG), commits.size()));
        return events;
    }

    /** Everything is committed before the first transaction is read. */
    static List<TicketEvent> backlog(MemoryHelpDesk helpDesk, List<Commit> commits) throws SQLException {
        EventAssembler assembler = assembler(helpDesk);
        commits.forEach(commit -> helpDesk.commit(commit.rows()));
        return readOn(assembler, commits);
    }

    /** Reads the rest of the log, from the assembler's checkpoint on, after all was committed. */
    static List<TicketEvent> readOn(EventAssembler assembler, List<Commit> commits) throws SQLException {
        List<TicketEvent> events = new ArrayList<>();
        Instant now = commits.isEmpty() ? Instant.EPOCH : commits.getLast().at().plus(LONG);
        for (int i = (int) assembler.checkpoint().ordinal(); i < commits.size(); i++) {
            assembler.read(transaction(i, commits.get(i)), place(i + 1), now);
            events.addAll(assembler.close(Instant.EPOCH, place(i + 1)));
        }
        events.addAll(ticks(assembler, now, now.plus(LONG), commits.size()));
        return events;
    }

    /** Closes windows while time passes, at most as long as any window takes. */
    static List<TicketEvent> ticks(EventAssembler assembler, Instant from, Instant to, int read) throws SQLException {
        List<TicketEvent> events = new ArrayList<>();
        Instant start = to.minus(LONG).isAfter(from) ? to.minus(LONG) : from;
        for (Instant now = start; now.isBefore(to); now = now.plus(TICK)) {
            events.addAll(assembler.close(now, place(read)));
        }
        return events;
    }

    static Transaction transaction(int number, Commit commit) {
        List<ChangedRow> rows = new ArrayList<>();
        for (int i = 0; i < commit.rows().size(); i++) {
            rows.add(commit.rows().get(i).logged(i, 0));
        }
        return new Transaction(
                "0-1-" + (number + 1), Instant.ofEpochSecond(commit.at().getEpochSecond()), rows);
    }

    /** The place after so many transactions. */
    static LogPlace place(long transactions) {
        return new LogPlace("1", "log.000001", transactions, "0-1-" + transactions);
    }
}
