package dev.ticketwire.event.feed.store;

/** The states in the topic: a record's key. */
public enum StateKey {
    /** {@link CaptureState}. */
    CAPTURE("capture"),
    /** {@link SnapshotState}. */
    SNAPSHOT("snapshot"),
    /** {@link SnapshotRequest}. */
    SNAPSHOT_REQUEST("snapshot-request");

    private final String key;

    StateKey(String key) {
        this.key = key;
    }

    /** As in the topic. */
    public String key() {
        return key;
    }
}
