package dev.ticketwire.event.feed;

import org.jspecify.annotations.Nullable;

/** One of any number of replicas, of which one captures at a time. */
final class CaptureReplica implements AutoCloseable, Leadership.Office {
    private final FeedParts parts;
    private final Leadership leadership;
    private @Nullable LeaderTerm term;

    CaptureReplica(FeedParts parts) {
        this.parts = parts;
        this.leadership = new Leadership(parts.kafka(), parts.settings(), this);
    }

    void start() {
        leadership.start();
    }

    @Override
    public synchronized void begin() {
        term = new LeaderTerm(parts, leadership::resign);
        term.start();
    }

    @Override
    public synchronized void end(boolean isLost) {
        if (term != null) {
            term.stop(isLost);
            term = null;
        }
    }

    /** Hands over to another replica. */
    @Override
    public void close() {
        leadership.close();
    }
}
