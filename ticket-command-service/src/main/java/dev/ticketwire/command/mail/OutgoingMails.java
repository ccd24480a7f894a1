package dev.ticketwire.command.mail;

import dev.ticketwire.osticket.format.OwnMessageIds;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Mails of the help desk's own, by their Message-Ids: they name a thread, and mostly an entry of it. */
final class OutgoingMails {
    private static final String ENTRIES =
            "SELECT e.id, e.thread_id FROM {thread_entry} e WHERE e.id IN :keys ORDER BY e.id";
    private static final String THREADS =
            "SELECT h.id, h.object_id FROM {thread} h WHERE h.object_type IN ('T', 'C') AND h.id IN :keys";

    private final Map<String, OwnMessageIds.Named> named = new HashMap<>();
    private final Map<Integer, Integer> threadOfEntry = new HashMap<>();
    private final Map<Integer, Integer> ticketOfThread = new HashMap<>();

    private OutgoingMails() {}

    /** Without any of the help desk's own nothing is sent. */
    static OutgoingMails find(Connection connection, OwnMessageIds ids, Collection<String> messageIds)
            throws SQLException {
        OutgoingMails found = new OutgoingMails();
        Set<Integer> entries = new TreeSet<>();
        Set<Integer> threads = new TreeSet<>();
        for (String id : messageIds) {
            OwnMessageIds.Named one = ids.read(id);
            if (one != null && one.thread() != 0) {
                found.named.put(id, one);
                threads.add(one.thread());
                if (one.entry() != 0) {
                    entries.add(one.entry());
                }
            }
        }
        Statements.read(connection, ENTRIES, entries, row -> found.threadOfEntry.put(row.getInt(1), row.getInt(2)));
        Statements.read(connection, THREADS, threads, row -> found.ticketOfThread.put(row.getInt(1), row.getInt(2)));
        return found;
    }

    /** The entry that the mail with this id told of; null if it is not the help desk's own, or tells of no entry. */
    @Nullable
    TicketEntry entry(String messageId) {
        OwnMessageIds.Named one = named.get(messageId);
        Integer ticket = one == null || one.entry() == 0 ? null : ticketOfThread.get(one.thread());
        Integer thread = one == null ? null : threadOfEntry.get(one.entry());
        return one == null || ticket == null || thread == null || thread != one.thread()
                ? null
                : new TicketEntry(ticket, one.entry());
    }

    /** The ticket that the mail with this id told of, but of no entry; null if it is not the help desk's own. */
    @Nullable
    Integer ticketAlone(String messageId) {
        OwnMessageIds.Named one = named.get(messageId);
        return one == null || one.entry() != 0 ? null : ticketOfThread.get(one.thread());
    }

    /** The ticket that the mail with this id told of; null if it is not the help desk's own. */
    @Nullable
    Integer ticket(String messageId) {
        OwnMessageIds.Named one = named.get(messageId);
        return one == null ? null : ticketOfThread.get(one.thread());
    }

    /** The tickets that they tell of. */
    Collection<Integer> tickets() {
        return ticketOfThread.values();
    }
}
