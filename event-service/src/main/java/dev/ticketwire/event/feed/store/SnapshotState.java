package dev.ticketwire.event.feed.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The last snapshot that the leader started.
 *
 * @param handled id of the last request that the leader has seen; that of another snapshot if it was refused
 * @param request what was asked for
 * @param state of the snapshot
 * @param started when the leader started it
 * @param ended null while it is in progress
 */
public record SnapshotState(
        String handled,
        SnapshotRequest request,
        State state,
        CopyProgress progress,
        Instant started,
        @Nullable Instant ended) {
    /** How a snapshot stands. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        /** A filter names what does not exist any more. */
        FAILED;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @JsonIgnore
    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** As this one, further. */
    public SnapshotState with(CopyProgress further) {
        return new SnapshotState(handled, request, state, further, started, ended);
    }

    /** As this one, ended. */
    public SnapshotState ended(State as, Instant now) {
        return new SnapshotState(handled, request, as, progress, started, now);
    }

    /** As this one, after a request that changes nothing. */
    public SnapshotState handled(String id) {
        return new SnapshotState(id, request, state, progress, started, ended);
    }
}
