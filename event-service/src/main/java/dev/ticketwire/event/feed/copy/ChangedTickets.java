package dev.ticketwire.event.feed.copy;

import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tickets whose row, or an entry of which, is as young as an instant. Found once, and kept in memory. */
public final class ChangedTickets implements TicketIds {
    private static final String BY_ROW =
            TablePrefix.named("SELECT t.ticket_id FROM {ticket} t WHERE t.updated >= FROM_UNIXTIME(?)");
    /** An index on the times of entries does not exist, and their ids grow with time. */
    private static final String NEWEST_ENTRIES = TablePrefix.named("""
            SELECT e.id, h.object_id, h.object_type, GREATEST(e.created, e.updated) >= FROM_UNIXTIME(?)
            FROM {thread_entry} e LEFT JOIN {thread} h ON h.id = e.thread_id
            WHERE e.id < ? ORDER BY e.id DESC LIMIT 1000""");

    private final DataSource database;
    private final Instant since;
    private long @Nullable [] found;

    /** @param since by the database's clock */
    public ChangedTickets(DataSource database, Instant since) {
        this.database = database;
        this.since = since;
    }

    @Override
    public List<Long> next(long after, int most) throws SQLException {
        if (found == null) {
            found = find();
        }
        int at = Arrays.binarySearch(found, after + 1);
        return Arrays.stream(found)
                .skip(at < 0 ? -at - 1 : at)
                .limit(most)
                .boxed()
                .toList();
    }

    private long[] find() throws SQLException {
        try (Connection connection = database.getConnection()) {
            LongStream.Builder ids = LongStream.builder();
            addByRow(connection, ids);
            addByEntry(connection, ids);
            return ids.build().sorted().distinct().toArray();
        }
    }

    private void addByRow(Connection connection, LongStream.Builder ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BY_ROW)) {
            statement.setLong(1, since.getEpochSecond());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
    }

    /** Reads entries from the newest on, until a thousand of them in a row are older. */
    private void addByEntry(Connection connection, LongStream.Builder ids) throws SQLException {
        long before = Long.MAX_VALUE;
        boolean hasYoung = true;
        while (hasYoung) {
            hasYoung = false;
            try (PreparedStatement statement = connection.prepareStatement(NEWEST_ENTRIES)) {
                statement.setLong(1, since.getEpochSecond());
                statement.setLong(2, before);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        before = row.getLong(1);
                        boolean isYoung = row.getBoolean(4);
                        hasYoung |= isYoung;
                        if (isYoung && "T".equals(row.getString(3))) {
                            ids.add(row.getLong(2));
                        }
                    }
                }
            }
        }
    }
}
