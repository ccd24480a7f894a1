package dev.ticketwire.command.mail;

import dev.ticketwire.command.sql.Statements;
import dev.ticketwire.osticket.text.StoredText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Mails that are entries of tickets already, by their Message-Id. */
final class KnownMails {
    static final int ID_LENGTH = 255;

    private static final String SELECT = "SELECT m.mid, e.id, h.object_id FROM {thread_entry_email} m"
            + " JOIN {thread_entry} e ON e.id = m.thread_entry_id JOIN {thread} h ON h.id = e.thread_id"
            + " WHERE h.object_type IN ('T', 'C') AND m.mid IN :keys ORDER BY m.id";

    private final Map<String, TicketEntry> entries = new HashMap<>();

    private KnownMails() {}

    static KnownMails find(Connection connection, Collection<String> messageIds) throws SQLException {
        Set<String> wanted = new TreeSet<>();
        messageIds.forEach(id -> wanted.add(stored(id)));
        wanted.removeIf(id -> !StoredText.isStorable(id));
        KnownMails known = new KnownMails();
        Statements.read(
                connection,
                SELECT,
                wanted,
                row -> known.entries.putIfAbsent(row.getString(1), new TicketEntry(row.getInt(3), row.getInt(2))));
        return known;
    }

    /** Null if it is no entry of any ticket. */
    @Nullable
    TicketEntry of(String messageId) {
        return entries.get(stored(messageId));
    }

    /** The tickets that they are on. */
    Set<Integer> tickets() {
        Set<Integer> tickets = new TreeSet<>();
        entries.values().forEach(entry -> tickets.add(entry.ticket()));
        return tickets;
    }

    static String stored(String messageId) {
        return StoredText.cut(messageId, ID_LENGTH);
    }
}
