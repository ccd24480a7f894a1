package dev.ticketwire.event.capture;

import dev.ticketwire.event.capture.row.CapturedRow;
import dev.ticketwire.event.capture.row.RowPlace;
import dev.ticketwire.event.capture.row.Step;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A changed row of a transaction.
 *
 * @param segment the commands that wrote it; null if it was not written by commands
 */
record ReadRow(
        RowPlace place,
        @Nullable Segment segment,
        @Nullable CapturedRow before,
        @Nullable CapturedRow after) {

    CapturedRow row() {
        return Objects.requireNonNull(after == null ? before : after);
    }

    Step step(long ticket) {
        return new Step(
                place,
                segment != null,
                segment == null ? null : segment.commandOf(ticket, row(), before),
                before,
                after);
    }

    /** The same, as the later half of a row that was deleted and written again. */
    ReadRow replacing(@Nullable CapturedRow former) {
        return new ReadRow(place, segment, former, after);
    }
}
