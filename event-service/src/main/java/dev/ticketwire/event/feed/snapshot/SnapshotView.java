package dev.ticketwire.event.feed.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketwire.event.feed.store.SnapshotRequest;
import dev.ticketwire.event.feed.store.SnapshotState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot, for an operator.
 *
 * @param state {@code requested} (no replica has begun yet), {@code running}, {@code done}, {@code cancelled}, or {@code
 *     failed} if a filter names what does not exist any more
 * @param published number of tickets
 * @param lastTicketId tickets up to this id are done
 * @param rate tickets per second
 * @param filter values by the names of the filters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SnapshotView(
        String id,
        String state,
        long published,
        long lastTicketId,
        int rate,
        Map<String, List<String>> filter,
        @Nullable Instant started,
        @Nullable Instant ended) {
    static SnapshotView of(SnapshotState snapshot) {
        return new SnapshotView(
                snapshot.request().id(),
                snapshot.state().text(),
                snapshot.progress().published(),
                snapshot.progress().after(),
                snapshot.request().rate(),
                snapshot.request().filter(),
                snapshot.started(),
                snapshot.ended());
    }

    static SnapshotView requested(SnapshotRequest request) {
        return new SnapshotView(request.id(), "requested", 0, 0, request.rate(), request.filter(), null, null);
    }
}
