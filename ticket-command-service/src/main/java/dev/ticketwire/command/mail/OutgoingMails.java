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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Mails that the help desk sent. Their Message-Ids name a thread, and mostly an entry of it. */
final class OutgoingMails {
    private static final String ENTRIES =
            "SELECT e.id, e.thread_id FROM {thread_entry} e WHERE e.id IN :keys ORDER BY e.id";
    private static final String THREADS =
            "SELECT h.id, h.object_id FROM {thread} h WHERE h.object_type IN ('T', 'C') AND h.id IN :keys";

    private final Map<String, OwnMessageIds.Named> named = new HashMap<>();
    private final Map<Integer, Integer> threadOfEntry = new HashMap<>();
    private final Map<Integer, Integer> ticketOfThread = new HashMap<>();

    private OutgoingMails() {}

    /** Looks up the ids that belong to mails of the help desk; sends no statement if there are none. */
    static OutgoingMails find(Connection connection, OwnMessageIds ids, Collection<String> messageIds)
            throws SQLException {
        OutgoingMails found = new OutgoingMails();
        for (String id : messageIds) {
            OwnMessageIds.Named named = ids.read(id);
            if (named != null && named.thread() != 0) {
                found.named.put(id, named);
            }
        }
        Statements.read(
                connection,
                ENTRIES,
                found.ids(OwnMessageIds.Named::entry),
                row -> found.threadOfEntry.put(row.getInt(1), row.getInt(2)));
        Statements.read(
                connection,
                THREADS,
                found.ids(OwnMessageIds.Named::thread),
                row -> found.ticketOfThread.put(row.getInt(1), row.getInt(2)));
        return found;
    }

    private Set<Integer> ids(Function<OwnMessageIds.Named, Integer> id) {
        Set<Integer> ids = new TreeSet<>();
        named.values().forEach(one -> ids.add(id.apply(one)));
        ids.remove(0);
        return ids;
    }

    /** The entry that the mail with this id is about; null if it is not the help desk's, or about no entry. */
    @Nullable
    TicketEntry entry(String messageId) {
        OwnMessageIds.Named one = named.get(messageId);
        Integer ticket = one == null || one.entry() == 0 ? null : ticketOfThread.get(one.thread());
        Integer thread = one == null ? null : threadOfEntry.get(one.entry());
        return one == null || ticket == null || thread == null || thread != one.thread()
                ? null
                : new TicketEntry(ticket, one.entry());
    }

    /** The ticket of a mail that is about no entry; null if it is about one, or not the help desk's. */
    @Nullable
    Integer ticketOnly(String messageId) {
        OwnMessageIds.Named one = named.get(messageId);
        return one == null || one.entry() != 0 ? null : ticketOfThread.get(one.thread());
    }

    /** The ticket that the mail with this id is about; null if it is not the help desk's. */
    @Nullable
    Integer ticket(String messageId) {
        OwnMessageIds.Named one = named.get(messageId);
        return one == null ? null : ticketOfThread.get(one.thread());
    }

    /** The tickets that they are about. */
    Collection<Integer> tickets() {
        return ticketOfThread.values();
    }
}
