package dev.ticketwire.event.feed;

import dev.ticketwire.event.feed.store.CaptureState.ToldGap;
import dev.ticketwire.event.feed.store.CopyProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the feed stands on this replica, for health and metrics. Written by the feed's threads, read by any. */
public final class FeedStatus {
    private volatile Role role = Role.STANDBY;
    private volatile @Nullable String waitingFor;
    private volatile @Nullable ToldGap gap;
    private volatile List<String> cascades = List.of();
    private volatile int openWindows;
    private volatile long lagMillis;
    private volatile long lagBytes;
    private volatile @Nullable CopyProgress resynchronisation;
    private volatile @Nullable CopyProgress snapshot;

    /** What a replica does. */
    public enum Role {
        /** Another replica leads, or none yet. */
        STANDBY,
        /** Reads the log and publishes. */
        LEADER
    }

    Role role() {
        return role;
    }

    void setRole(Role now) {
        role = now;
        if (now == Role.STANDBY) {
            waitingFor = null;
            resetGauges();
        }
    }

    private void resetGauges() {
        openWindows = 0;
        lagMillis = 0;
        lagBytes = 0;
        resynchronisation = null;
        snapshot = null;
    }

    /** Why the leader does not capture at the moment; null if it does, or if this replica does not lead. */
    @Nullable
    String waitingFor() {
        return waitingFor;
    }

    void setWaitingFor(@Nullable String reason) {
        waitingFor = reason;
    }

    /** Whether this replica captures now. */
    boolean isCapturing() {
        return role == Role.LEADER && waitingFor == null;
    }

    /** The last gap; null if there was none. */
    @Nullable
    ToldGap gap() {
        return gap;
    }

    void setGap(@Nullable ToldGap last) {
        gap = last;
    }

    /** Foreign keys whose effects are not in the log. */
    List<String> cascades() {
        return cascades;
    }

    void setCascades(List<String> keys) {
        cascades = keys;
    }

    int openWindows() {
        return openWindows;
    }

    void setOpenWindows(int number) {
        openWindows = number;
    }

    long lagMillis() {
        return lagMillis;
    }

    long lagBytes() {
        return lagBytes;
    }

    void setLag(long millis, long bytes) {
        lagMillis = millis;
        lagBytes = bytes;
    }

    /** Null while there is none. */
    @Nullable
    CopyProgress resynchronisation() {
        return resynchronisation;
    }

    void setResynchronisation(@Nullable CopyProgress progress) {
        resynchronisation = progress;
    }

    /** Null while there is none. */
    @Nullable
    CopyProgress snapshot() {
        return snapshot;
    }

    void setSnapshot(@Nullable CopyProgress progress) {
        snapshot = progress;
    }
}
