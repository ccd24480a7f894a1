package dev.ticketwire.mail.queue.dispatch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The mails for one server, and whether it can be used. Guarded by the {@link Board}. */
final class Lane {
    /** Of a server. More mails are remembered nowhere. */
    private static final int MOST_SUSPECTS = 1_000;

    final String server;
    private final BackOffs backOffs;
    private final Deque<Flight> ready = new ArrayDeque<>();
    /** How often a mail was the one at which a working server failed. */
    private final Map<Long, Integer> trips = new LinkedHashMap<>();

    /** The mail that tries it while it is away. */
    @Nullable
    Flight probe;

    int held;
    int running;
    private @Nullable Instant awaySince;
    private Instant probeAt = Instant.MIN;

    Lane(String server, BackOffs backOffs) {
        this.server = server;
        this.backOffs = backOffs;
    }

    boolean isAway() {
        return awaySince != null;
    }

    /** Whether one mail may try it. */
    boolean isProbeDue(Instant now) {
        return isAway() && probe == null && !now.isBefore(probeAt);
    }

    void add(Flight flight) {
        ready.add(flight);
    }

    /** Takes the first one that may be sent; null for none. While the server is away, that is the probe only. */
    @Nullable
    Flight next(Predicate<Flight> mayStart) {
        for (Flight flight : ready) {
            if ((!isAway() || flight == probe) && mayStart.test(flight)) {
                ready.remove(flight);
                return flight;
            }
        }
        return null;
    }

    /** Takes all that have not begun, but for the probe. */
    List<Flight> clear() {
        List<Flight> all = new ArrayList<>(ready);
        all.remove(probe);
        ready.removeAll(all);
        return all;
    }

    boolean remove(Flight flight) {
        return ready.remove(flight);
    }

    /** @return whether it was thought to work until now */
    boolean away(long mail, Instant now) {
        boolean isNew = awaySince == null;
        Instant since = awaySince == null ? now : awaySince;
        awaySince = since;
        probeAt = backOffs.server(since, now);
        if (isNew) {
            trips.merge(mail, 1, Integer::sum);
            if (trips.size() > MOST_SUSPECTS) {
                trips.remove(trips.keySet().iterator().next());
            }
        }
        return isNew;
    }

    /** @return whether it was away until now */
    boolean works() {
        boolean wasAway = isAway();
        awaySince = null;
        return wasAway;
    }

    /** Mails that have broken it more than once: they keep their own back-off. */
    Set<Long> suspects() {
        Set<Long> ids = new HashSet<>();
        trips.forEach((id, times) -> {
            if (times > 1) {
                ids.add(id);
            }
        });
        return ids;
    }
}
