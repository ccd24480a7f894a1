package dev.ticketwire.event.capture.row;

import java.util.Comparator;

/**
 * Where a row stands in the log. The order is the log's.
 *
 * @param event number of the row event in its transaction
 * @param row number of the row in its row event
 */
public record RowPlace(LoggedTransaction transaction, int event, int row) implements Comparable<RowPlace> {
    private static final Comparator<RowPlace> ORDER = Comparator.<RowPlace>comparingLong(RowPlace::ordinal)
            .thenComparingInt(RowPlace::event)
            .thenComparingInt(RowPlace::row);

    public long ordinal() {
        return transaction.ordinal();
    }

    /** Second of the commit, since 1970. */
    public long second() {
        return transaction.time().getEpochSecond();
    }

    /** The id of the event of this {@code kind} that the row carries: the same whenever the row is read. */
    public String eventId(String kind) {
        return transaction.gtid() + "-" + second() + "-" + event + "-" + row + "-" + kind;
    }

    @Override
    public int compareTo(RowPlace other) {
        return ORDER.compare(this, other);
    }
}
