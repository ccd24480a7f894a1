package dev.ticketwire.event.capture;

import dev.ticketwire.event.capture.row.CapturedRow;
import dev.ticketwire.event.capture.row.Command;
import dev.ticketwire.event.capture.row.InboxRow;
import dev.ticketwire.event.capture.row.TicketRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a transaction with the commands that wrote them. The command service writes the rows of a wave of commands,
 * of which no two change one ticket, and then their inbox rows; the next wave follows in the same transaction.
 */
final class Segment {
    private final Map<Long, Command> byTicket = new HashMap<>();
    private final List<Command> commands = new ArrayList<>();

    void add(InboxRow row) {
        if (row.isApplied()) {
            commands.add(row.command());
            byTicket.put(row.ticket(), row.command());
        }
    }

    /**
     * The command that wrote a row: the one that changed its ticket. Other tickets change with their parent, if that is
     * deleted.
     *
     * @param ticket of which the row is told
     * @return null if it cannot be told
     */
    @Nullable
    Command commandOf(long ticket, CapturedRow row, @Nullable CapturedRow before) {
        Command command = row instanceof TicketRow changed ? byTicket.get(changed.id()) : byTicket.get(ticket);
        if (command == null && before instanceof TicketRow child) {
            command = byTicket.get(child.parent());
        }
        return command == null && commands.size() == 1 ? commands.getFirst() : command;
    }
}
