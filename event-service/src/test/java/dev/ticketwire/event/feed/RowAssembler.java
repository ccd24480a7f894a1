package dev.ticketwire.event.feed;

import dev.ticketwire.binlog.ChangedRow;
import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.binlog.Row;
import dev.ticketwire.binlog.Transaction;
import dev.ticketwire.contract.event.Actor;
import dev.ticketwire.contract.event.TicketChange;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.event.TicketState;
import dev.ticketwire.event.capture.Checkpoint;
import dev.ticketwire.event.capture.EventAssembler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes an event of each new row of {@code ticket} at once. */
final class RowAssembler implements EventAssembler {
    private final List<TicketEvent> events = new ArrayList<>();
    private Checkpoint checkpoint = new Checkpoint(CountingLog.place(0), 0, Map.of());

    @Override
    public void resume(Checkpoint from) {
        checkpoint = from;
    }

    @Override
    public void read(Transaction transaction, LogPlace after, Instant now) {
        transaction.rows().stream()
                .filter(row -> row.table().equals("ticket") && row.after() != null)
                .forEach(row -> events.add(event(transaction, row)));
        checkpoint = new Checkpoint(after, checkpoint.ordinal() + 1, Map.of());
    }

    private static TicketEvent event(Transaction transaction, ChangedRow row) {
        String id = transaction.gtid() + "-" + transaction.time().getEpochSecond() + "-" + row.event() + "-" + row.row()
                + "-created";
        Row after = java.util.Objects.requireNonNull(row.after());
        String number = java.util.Objects.requireNonNull(after.text("number"));
        long ticket = java.util.Objects.requireNonNull(after.number("ticket_id"));
        TicketChange change = new TicketChange(ticket(ticket, number), Actor.SYSTEM, null, null, null);
        return new TicketEvent(id, TicketEventType.CREATED, transaction.time(), number, null, change);
    }

    static TicketState ticket(long id, String number) {
        return new TicketState(
                id, number, null, null, null, null, null, null, null, null, null, "Web", false, false, null, null, null,
                null);
    }

    @Override
    public List<TicketEvent> close(Instant proven, LogPlace readPlace) {
        List<TicketEvent> closed = List.copyOf(events);
        events.clear();
        return closed;
    }

    @Override
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    @Override
    public int openWindows() {
        return 0;
    }
}
