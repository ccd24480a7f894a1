package dev.ticketwire.mail.queue.store;

import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What mails say: rows of {@code ticketwire_mail_text}. */
public final class TextRows {
    /** In bytes; larger ones are read when they are sent. */
    private static final int SMALL = 1 << 16;

    private static final String SMALL_ONES = "SELECT mail_id, html, text FROM ticketwire_mail_text"
            + " WHERE COALESCE(LENGTH(html), 0) + COALESCE(LENGTH(text), 0) <= " + SMALL + " AND mail_id IN :keys";
    private static final String ONE = "SELECT html, text FROM ticketwire_mail_text WHERE mail_id = ?";
    private static final String DELETE = "DELETE FROM ticketwire_mail_text WHERE mail_id IN :keys";

    private TextRows() {}

    public record Text(@Nullable String html, @Nullable String text) {}

    public static Map<Long, Text> smallOnes(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, Text> texts = new HashMap<>();
        Statements.read(
                connection,
                SMALL_ONES,
                ids,
                row -> texts.put(row.getLong(1), new Text(row.getString(2), row.getString(3))));
        return texts;
    }

    public static Optional<Text> one(Connection connection, long id) throws SQLException {
        return Statements.first(connection, ONE, row -> new Text(row.getString(1), row.getString(2)), id);
    }

    public static void delete(Connection connection, Collection<Long> ids) throws SQLException {
        Statements.change(connection, DELETE, ids);
    }
}
