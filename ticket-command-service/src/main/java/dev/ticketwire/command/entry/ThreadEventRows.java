package dev.ticketwire.command.entry;

import static dev.ticketwire.osticket.sql.Column.column;
import static dev.ticketwire.osticket.sql.Column.fixed;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.text.StoredText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts the thread events of a wave in one statement. */
public final class ThreadEventRows {
    private static final Insert<ThreadEventRow> INSERT = Insert.into(
            "{thread_event}",
            column("thread_id", ThreadEventRow::thread),
            fixed("thread_type", "'T'"),
            column("event_id", ThreadEventRow::type),
            column("staff_id", row -> row.event.staff()),
            column("team_id", row -> row.event.team()),
            column("dept_id", ThreadEventRow::department),
            column("topic_id", ThreadEventRow::topic),
            column("data", ThreadEventRow::data),
            column("username", row -> row.event.username()),
            column("uid", ThreadEventRow::user),
            column("uid_type", row -> row.user == null ? "S" : "U"),
            column("timestamp", ThreadEventRow::created));
    private static final int DATA_LENGTH = 1024;

    private final List<ThreadEventRow> rows = new ArrayList<>();
    private final Reference reference;
    private final String now;

    /** @param now as the database writes times */
    public ThreadEventRows(Reference reference, String now) {
        this.reference = reference;
        this.now = now;
    }

    /**
     * @param type id of the event's type
     * @param user who caused the event; null for the system
     */
    private record ThreadEventRow(
            int thread,
            int type,
            ThreadEvent event,
            int department,
            int topic,
            @Nullable Integer user,
            String created) {
        private @Nullable String data() {
            String data = event.data();
            return data == null ? null : StoredText.cut(data, DATA_LENGTH);
        }
    }

    /**
     * @param department of the ticket after the event
     * @param topic likewise
     * @param requester the user who caused the event; null for the system
     */
    public void add(int thread, ThreadEvent event, int department, int topic, @Nullable Integer requester) {
        int type = reference.event(event.type());
        rows.add(new ThreadEventRow(thread, type, event, department, topic, requester, now));
    }

    public void write(Connection connection) throws SQLException {
        INSERT.execute(connection, rows);
    }
}
