package dev.ticketwire.event.feed.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

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

    @SuppressWarnings("ConstantValue")
    private static CaptureState complete(CaptureState state) {
        if (state.checkpoint() == null || state.checkpoint().place() == null || state.toldUntil() == null) {
            throw new UnreadableStateException("it lacks the place in the log");
        }
        return state;
    }
}
