package dev.ticketwire.webhook.delivery.feed;

import dev.ticketwire.webhook.delivery.store.PartitionRows.Stored;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** A partition of this process. Whoever changes it, or its rows, holds its lock. */
final class OwnedPartition {
    private final int id;
    private final String owner;
    private final ReentrantLock lock = new ReentrantLock();
    private long next;
    private Map<Integer, Long> positions = new HashMap<>();
    private long positionsVersion = -1;
    private boolean isLost;

    /** @param stored its row, with this process as owner */
    OwnedPartition(Stored stored) {
        this.id = stored.partition();
        this.owner = stored.owner();
        this.next = stored.next();
    }

    int id() {
        return id;
    }

    ReentrantLock lock() {
        return lock;
    }

    long next() {
        return next;
    }

    /** What its row must be, unless another process has taken it. */
    Stored stored() {
        return stored(next);
    }

    /** Its row with another offset. */
    Stored stored(long offset) {
        return new Stored(id, offset, owner);
    }

    void advance(long offset) {
        next = offset;
    }

    /** Next offsets of the subscriptions that are not as far. */
    Map<Integer, Long> positions() {
        return positions;
    }

    void setPositions(Map<Integer, Long> read, long version) {
        positions = read;
        positionsVersion = version;
    }

    /** Whether a subscription may have come with a position that is not known here. */
    boolean isOutdated(long version) {
        return positionsVersion != version;
    }

    boolean isLost() {
        return isLost;
    }

    /** Another process has it, or it is to be read anew. */
    void lose() {
        isLost = true;
    }
}
