package dev.ticketwire.event.feed.store;

import dev.ticketwire.binlog.LogPlace;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The newest record of each key.
 *
 * @param offset the record after the last one that is included
 */
public record StoredStates(Map<String, Stored> byKey, long offset) {
    static final StoredStates NONE = new StoredStates(Map.of(), 0);

    /** @param time when it was stored, by Kafka's clock */
    record Stored(byte[] json, Instant time) {}

    /** When the state was stored; empty if there is none. */
    public Optional<Instant> time(StateKey key) {
        return Optional.ofNullable(byKey.get(key.key())).map(Stored::time);
    }

    /** @throws UnreadableStateException if there is one that cannot be read */
    public Optional<CaptureState> capture() {
        return read(StateKey.CAPTURE, CaptureState.class).map(StoredStates::complete);
    }

    /** @throws UnreadableStateException if there is one that cannot be read */
    public Optional<SnapshotState> snapshot() {
        return read(StateKey.SNAPSHOT, SnapshotState.class);
    }

    /** @throws UnreadableStateException if there is one that cannot be read */
    public Optional<SnapshotRequest> request() {
        return read(StateKey.SNAPSHOT_REQUEST, SnapshotRequest.class);
    }

    private <T> Optional<T> read(StateKey key, Class<T> type) {
        return Optional.ofNullable(byKey.get(key.key())).map(stored -> StateCodec.read(stored.json(), type));
    }

    /** Members that are missing in the JSON are null, whatever their declaration says. */
    private static CaptureState complete(CaptureState state) {
        boolean isComplete = Stream.of(state.checkpoint(), state.toldUntil()).allMatch(Objects::nonNull)
                && Stream.of(state.checkpoint().place(), state.checkpoint().settled())
                        .allMatch(Objects::nonNull)
                && isComplete(state.checkpoint().place());
        if (!isComplete) {
            throw new UnreadableStateException("it lacks the place in the log");
        }
        return state;
    }

    private static boolean isComplete(LogPlace place) {
        try {
            place.transactions();
            return Stream.of(place.file(), place.layouts()).allMatch(Objects::nonNull);
        } catch (RuntimeException e) {
            return false;
        }
    }
}
