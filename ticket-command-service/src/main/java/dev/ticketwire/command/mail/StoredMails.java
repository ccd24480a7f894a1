package dev.ticketwire.command.mail;

import dev.ticketwire.osticket.sql.Collation;
import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.osticket.text.StoredText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Mails that are entries of tickets already, by their Message-Id. */
final class StoredMails {
    static final int ID_LENGTH = 255;

    private static final String SELECT = "SELECT m.mid, e.id, h.object_id FROM {thread_entry_email} m"
            + " JOIN {thread_entry} e ON e.id = m.thread_entry_id JOIN {thread} h ON h.id = e.thread_id"
            + " WHERE h.object_type IN ('T', 'C') AND m.mid IN :keys ORDER BY m.id";

    /** Of an id that is too long, in hexadecimal digits. */
    private static final int HASH_LENGTH = 32;

    private final Map<String, TicketEntry> entries = new HashMap<>();
    private final Map<String, TicketEntry> alike = new HashMap<>();

    private StoredMails() {}

    static StoredMails find(Connection connection, Collection<String> messageIds) throws SQLException {
        Set<String> wanted = new TreeSet<>();
        for (String id : messageIds) {
            wanted.add(stored(id));
            wanted.add(cut(id));
        }
        wanted.removeIf(id -> !StoredText.isStorable(id));
        StoredMails known = new StoredMails();
        Statements.read(connection, SELECT, wanted, row -> {
            TicketEntry entry = new TicketEntry(row.getInt(3), row.getInt(2));
            known.entries.putIfAbsent(row.getString(1), entry);
            known.alike.putIfAbsent(Collation.key(row.getString(1)), entry);
        });
        return known;
    }

    /** The mail with this very id; null if it is no entry of any ticket. */
    @Nullable
    TicketEntry same(String messageId) {
        return entries.get(stored(messageId));
    }

    /** As {@link #same}; else one whose id is the same for the database, that is in any case. */
    @Nullable
    TicketEntry alike(String messageId) {
        TicketEntry same = same(messageId);
        return same != null ? same : alike.get(Collation.key(stored(messageId)));
    }

    /** As {@link #alike}; else one whose id osTicket has cut. */
    @Nullable
    TicketEntry named(String messageId) {
        TicketEntry alike = alike(messageId);
        return alike != null ? alike : this.alike.get(Collation.key(cut(messageId)));
    }

    /** The tickets that they are on. */
    Set<Integer> tickets() {
        Set<Integer> tickets = new TreeSet<>();
        entries.values().forEach(entry -> tickets.add(entry.ticket()));
        return tickets;
    }

    /** As the column holds it: ids that are too long and begin alike still differ. */
    static String stored(String messageId) {
        return cut(messageId).equals(messageId)
                ? messageId
                : StoredText.cut(messageId, ID_LENGTH - HASH_LENGTH) + hash(Collation.key(messageId));
    }

    private static String cut(String messageId) {
        return StoredText.cut(messageId, ID_LENGTH);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
