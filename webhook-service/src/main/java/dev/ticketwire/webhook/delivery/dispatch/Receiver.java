package dev.ticketwire.webhook.delivery.dispatch;

import dev.ticketwire.webhook.delivery.dispatch.Lane.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscription while it is active. For the dispatcher's thread. */
final class Receiver {
    private final int id;
    private final Pace pace;
    private final Lanes lanes;
    private final @Nullable Receiver before;
    private int inFlight;
    private int unfinished;
    private boolean isQueued;
    private boolean isClosed;

    /** @param before the same subscription before it was paused; null if it was not in this process */
    Receiver(int id, DispatchSettings settings, Schedule schedule, @Nullable Receiver before) {
        this.id = id;
        this.pace = new Pace(settings, schedule);
        this.lanes = new Lanes(settings);
        this.before = before == null || before.unfinished == 0 ? null : before;
    }

    int id() {
        return id;
    }

    Pace pace() {
        return pace;
    }

    Lanes lanes() {
        return lanes;
    }

    boolean isClosed() {
        return isClosed;
    }

    void close() {
        isClosed = true;
        lanes.clear();
    }

    /** Marks it as queued. @return whether it was not */
    boolean enqueue() {
        boolean isNew = !isQueued;
        isQueued = true;
        return isNew;
    }

    void dequeued() {
        isQueued = false;
    }

    /** Partitions of which deliveries should be loaded now: not while the database shows those in flight as waiting. */
    List<Stock> toLoad() {
        boolean mayLoad = !isClosed && (before == null || before.unfinished == 0);
        return mayLoad ? lanes.toLoad() : List.of();
    }

    /** @return the ticket whose first delivery is to be sent now; null if nothing is to be sent */
    @Nullable
    Lane next(Instant now) {
        lanes.release(now);
        if (isClosed || !pace.allows(inFlight, now)) {
            return null;
        }
        Lane lane = lanes.pollReady();
        return lane == null && pace.isProbing() ? lanes.pollWaiting() : lane;
    }

    void started(Lane lane) {
        lane.become(State.IN_FLIGHT);
        inFlight++;
        unfinished++;
    }

    void landed() {
        inFlight--;
    }

    /** Its outcome is written, or there is none. */
    void finished() {
        unfinished--;
    }
}
