package dev.ticketwire.command.entry;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.sql.RowInsert;
import dev.ticketwire.osticket.text.StoredText;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Lines of tickets' histories; of a wave, in one statement. */
public final class ThreadEventRows {
    private static final RowInsert EVENT = new RowInsert(
            "INSERT INTO {thread_event} (thread_id, thread_type, event_id, staff_id, team_id, dept_id, topic_id, data,"
                    + " username, uid, uid_type, timestamp)",
            "(?,'T',?,?,?,?,?,?,?,?,?,?)");
    private static final int DATA_LENGTH = 1024;

    private final RowInsert rows = EVENT.fresh();
    private final Reference reference;
    private final String now;

    /** @param now as the database writes times */
    public ThreadEventRows(Reference reference, String now) {
        this.reference = reference;
        this.now = now;
    }

    /**
     * @param department where the ticket lies after the event
     * @param topic likewise
     * @param requester the user who did it, null if nobody but the system did
     */
    public void add(int thread, ThreadEvent event, int department, int topic, @Nullable Integer requester) {
        String data = event.data();
        rows.add(
                thread,
                reference.event(event.type()),
                event.staff(),
                event.team(),
                department,
                topic,
                data == null ? null : StoredText.cut(data, DATA_LENGTH),
                event.username(),
                requester,
                requester == null ? "S" : "U",
                now);
    }

    public void write(Connection connection) throws SQLException {
        rows.execute(connection);
    }
}
