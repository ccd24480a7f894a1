package dev.ticketwire.command.entry;

import static dev.ticketwire.osticket.sql.Column.column;

import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.text.SearchText;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows of osTicket's search index, in one statement for a wave. */
public final class SearchRows {
    private static final Insert<SearchRow> INSERT = Insert.<SearchRow>into(
                    "{_search}",
                    column("object_type", SearchRow::type),
                    column("object_id", SearchRow::id),
                    column("title", row -> cut(row.title)),
                    column("content", row -> cut(row.content)))
            .replacingDuplicates();
    private static final int MOST_BYTES = 65_535;

    private final List<SearchRow> rows = new ArrayList<>();

    /** @param type {@code T} ticket, {@code H} thread entry, {@code U} user */
    private record SearchRow(String type, int id, String title, String content) {}

    /** @param answers of its forms as displayed, in the {@code sort} order of their fields */
    public void addTicket(int id, String number, String subject, List<String> answers) {
        add("T", id, SearchText.ticketTitle(number, subject), SearchText.ticketContent(answers));
    }

    public void addEntry(int id, @Nullable String title, String content) {
        add("H", id, SearchText.entryTitle(title), content);
    }

    /**
     * @param address as entered
     * @param stored as the column holds it
     */
    public void addUser(int id, String name, List<String> answers, String address, String stored) {
        String content = SearchText.ticketContent(answers) + " " + address + "\n" + stored;
        add("U", id, SearchText.searchable(name), content);
    }

    public void write(Connection connection) throws SQLException {
        INSERT.execute(connection, rows);
    }

    private void add(String type, int id, String title, String content) {
        if (!title.isEmpty() || !content.isEmpty()) {
            rows.add(new SearchRow(type, id, title, content));
        }
    }

    /** Truncates to the size of a text column, without splitting a character. */
    private static String cut(String text) {
        if (text.length() <= MOST_BYTES / 3) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MOST_BYTES) {
            return text;
        }
        int end = MOST_BYTES;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
