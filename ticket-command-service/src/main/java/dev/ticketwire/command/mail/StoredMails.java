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

/** Mails that are stored as entries of tickets, by their Message-Id. */
final class StoredMails {
    static final int ID_LENGTH = 255;

    private static final String SELECT = "SELECT m.mid, e.id, h.object_id FROM {thread_entry_email} m"
            + " JOIN {thread_entry} e ON e.id = m.thread_entry_id JOIN {thread} h ON h.id = e.thread_id"
            + " WHERE h.object_type IN ('T', 'C') AND m.mid IN :keys ORDER BY m.id";

    /** Length of the hash in a truncated id, in hexadecimal digits. */
    private static final int HASH_LENGTH = 32;

    private final Map<String, TicketEntry> byId = new HashMap<>();
    /** By {@link Collation#key} of the id. */
    private final Map<String, TicketEntry> byKey = new HashMap<>();

    private StoredMails() {}

    static StoredMails find(Connection connection, Collection<String> messageIds) throws SQLException {
        Set<String> wanted = new TreeSet<>();
        for (String id : messageIds) {
            wanted.add(stored(id));
            wanted.add(cut(id));
        }
        wanted.removeIf(id -> !StoredText.isStorable(id));
        StoredMails stored = new StoredMails();
        Statements.read(connection, SELECT, wanted, row -> {
            TicketEntry entry = new TicketEntry(row.getInt(3), row.getInt(2));
            stored.byId.putIfAbsent(row.getString(1), entry);
            stored.byKey.putIfAbsent(Collation.key(row.getString(1)), entry);
        });
        return stored;
    }

    /** The entry of the mail with exactly this id; null if there is none. */
    @Nullable
    TicketEntry exact(String messageId) {
        return byId.get(stored(messageId));
    }

    /** As {@link #exact}, otherwise of a mail whose id equals it under the database's collation, in any case. */
    @Nullable
    TicketEntry ignoringCase(String messageId) {
        TicketEntry exact = exact(messageId);
        return exact != null ? exact : byKey.get(Collation.key(stored(messageId)));
    }

    /** As {@link #ignoringCase}, otherwise of a mail whose id osTicket truncated. */
    @Nullable
    TicketEntry truncated(String messageId) {
        TicketEntry entry = ignoringCase(messageId);
        return entry != null ? entry : byKey.get(Collation.key(cut(messageId)));
    }

    /** The tickets of all these entries. */
    Set<Integer> tickets() {
        Set<Integer> tickets = new TreeSet<>();
        byId.values().forEach(entry -> tickets.add(entry.ticket()));
        return tickets;
    }

    /** The id as stored: one that is too long is truncated and gets a hash, so that it stays unique. */
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
