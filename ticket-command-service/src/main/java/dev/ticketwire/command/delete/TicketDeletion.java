package dev.ticketwire.command.delete;

import static dev.ticketwire.osticket.sql.Column.column;
import static dev.ticketwire.osticket.sql.Column.fixed;

import dev.ticketwire.command.entry.ThreadEvent;
import dev.ticketwire.command.entry.ThreadEventRows;
import dev.ticketwire.command.ticket.AgentDraftRows;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Deletes tickets from all tables. Their thread events stay for statistics, without a thread. */
final class TicketDeletion {
    private static final Insert<LogRow> LOG = Insert.into(
            "{syslog}",
            fixed("log_type", "'Debug'"),
            column("title", LogRow::text),
            column("log", LogRow::text),
            fixed("logger", "''"),
            fixed("ip_address", "''"),
            column("created", LogRow::created),
            column("updated", LogRow::created));
    private static final int DEBUG = 3;

    private final Connection connection;
    private final Reference reference;
    private final LocalDateTime time;
    private final String now;

    private record LogRow(String text, String created) {}

    TicketDeletion(Connection connection, Reference reference, LocalDateTime now) {
        this.connection = connection;
        this.reference = reference;
        this.time = now;
        this.now = DatabaseTime.format(now);
    }

    /** @param family the tickets, their parents and children, by id, locked */
    void remove(List<TicketRow> tickets, Map<Integer, TicketRow> family) throws SQLException {
        List<Integer> ids = tickets.stream().map(TicketRow::id).toList();
        Threads threads = Threads.of(connection, ids);
        Statements.change(connection, "DELETE FROM {ticket} WHERE ticket_id IN :keys", ids);
        Statements.change(connection, "DELETE FROM {_search} WHERE object_type = 'T' AND object_id IN :keys", ids);
        RelatedTickets.freeChildren(connection, tickets);
        Set<Integer> parents = new TreeSet<>();
        tickets.forEach(ticket -> parents.add(ticket.parent()));
        parents.retainAll(family.keySet());
        RelatedTickets.settleParents(connection, parents);
        threads.remove(connection, time);
        writeEvents(tickets, threads);
        FormAnswerDeletion.delete(connection, ids);
        AgentDraftRows.delete(connection, ids);
        Statements.change(connection, "DELETE FROM {ticket__cdata} WHERE ticket_id IN :keys", ids);
        Statements.change(connection, "DELETE FROM ticketwire_external_id WHERE ticket_id IN :keys", ids);
        log(tickets);
    }

    private void writeEvents(List<TicketRow> tickets, Threads threads) throws SQLException {
        ThreadEventRows rows = new ThreadEventRows(reference, now);
        for (TicketRow ticket : tickets) {
            ThreadEvent event = ThreadEvent.bySystem("deleted", ticket.staff(), ticket.team(), null);
            rows.add(threads.of(ticket.id()), event, ticket.department(), ticket.topic(), null);
        }
        rows.write(connection);
    }

    private void log(List<TicketRow> tickets) throws SQLException {
        if (reference.config().number("log_level") < DEBUG) {
            return;
        }
        LOG.execute(
                connection,
                tickets.stream()
                        .map(ticket -> new LogRow("Ticket #" + ticket.number() + " deleted", now))
                        .toList());
    }

    /** The threads of the deleted tickets. A thread that was merged into another ticket's thread stays. */
    private static final class Threads {
        private static final String SELECT = "SELECT id, object_id, object_type FROM {thread}"
                + " WHERE object_type IN ('T', 'C') AND object_id IN :keys ORDER BY object_type";

        private final Map<Integer, Integer> byTicket = new HashMap<>();
        private final List<Integer> going = new ArrayList<>();

        static Threads of(Connection connection, List<Integer> tickets) throws SQLException {
            Threads threads = new Threads();
            Statements.read(connection, SELECT, tickets, row -> {
                threads.byTicket.put(row.getInt(2), row.getInt(1));
                if (row.getString(3).equals("T")) {
                    threads.going.add(row.getInt(1));
                }
            });
            return threads;
        }

        /** The thread of a ticket, 0 if it has none. */
        int of(int ticket) {
            return byTicket.getOrDefault(ticket, 0);
        }

        void remove(Connection connection, LocalDateTime now) throws SQLException {
            ThreadDeletion.delete(connection, going, now);
        }
    }
}
