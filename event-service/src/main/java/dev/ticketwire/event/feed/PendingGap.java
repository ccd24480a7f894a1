package dev.ticketwire.event.feed;

import dev.ticketwire.event.feed.store.CaptureState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A gap that was noticed and may not be told yet: of a transaction that failed it is unknown.
 *
 * @param before id of the last gap that was told before; null if there was none
 */
record PendingGap(Gap gap, @Nullable String before) {
    boolean isUntold(CaptureState stored) {
        String told = stored.gap() == null ? null : stored.gap().id();
        return Objects.equals(told, before);
    }
}
