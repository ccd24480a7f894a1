package dev.ticketwire.event.capture.row;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A changed row that concerns a ticket.
 *
 * @param isComplete whether its transaction holds the whole change: it was made by the API
 * @param command that made the change; null if none did, or it cannot be told which one
 * @param before null for a new row
 * @param after null for a deleted one
 */
public record Step(
        RowPlace place,
        boolean isComplete,
        @Nullable Command command,
        @Nullable CapturedRow before,
        @Nullable CapturedRow after) {

    /** The row after the change, or of a deleted row before it. */
    public CapturedRow row() {
        return Objects.requireNonNull(after == null ? before : after);
    }

    /** The same, with the row of an earlier step as the row before if they are equal. */
    public Step sharing(Step earlier) {
        CapturedRow same = earlier.after();
        return same != null && same.equals(before) ? new Step(place, isComplete, command, same, after) : this;
    }

    public boolean isInsert() {
        return before == null;
    }

    public boolean isDelete() {
        return after == null;
    }

    /** The row before; null for a new row, and for a row of another kind. */
    public <R extends CapturedRow> @Nullable R before(Class<R> kind) {
        return kind.isInstance(before) ? kind.cast(before) : null;
    }

    /** The row after; null for a deleted row, and for a row of another kind. */
    public <R extends CapturedRow> @Nullable R after(Class<R> kind) {
        return kind.isInstance(after) ? kind.cast(after) : null;
    }
}
