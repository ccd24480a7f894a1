package dev.ticketwire.gateway.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Creates of clients that know no receipt, as long as nobody has got their ticket: the same bytes from the same API key are
 * the same command (ADR 16). Other gateways hear of those that take long, and this one of theirs. Bounded: the oldest is
 * forgotten first.
 */
@ApplicationScoped
class Unanswered {
    /** Longer than any client repeats by itself. */
    static final Duration KEPT = Duration.ofMinutes(10);

    /** About 300 bytes each. */
    private static final int MOST = 50_000;

    private final InstantSource clock;
    private final UnansweredNews news;
    private final Map<String, Entry> creates = new LinkedHashMap<>();

    @Inject
    Unanswered(UnansweredNews news) {
        this(news, InstantSource.system());
    }

    Unanswered(UnansweredNews news, InstantSource clock) {
        this.news = news;
        this.clock = clock;
    }

    private static final class Entry {
        private final UUID id;
        private final long sinceMillis;
        private boolean told;

        Entry(UUID id, long sinceMillis, boolean told) {
            this.id = id;
            this.sinceMillis = sinceMillis;
            this.told = told;
        }
    }

    /** What tells a create from others: who sent it, its fingerprint, and how its bytes are to be read. */
    static String request(int apiKeyId, String fingerprint, @Nullable String contentType) {
        return apiKeyId + ":" + fingerprint + ":"
                + (contentType == null ? "" : Integer.toHexString(contentType.hashCode()));
    }

    /** The id of the unanswered command of that request; {@code fresh}, which is remembered, if there is none. */
    synchronized UUID idOf(String request, UUID fresh) {
        Entry entry = creates.get(request);
        if (entry != null && entry.sinceMillis > oldestKept()) {
            return entry.id;
        }
        creates.remove(request);
        forgetOld();
        creates.put(request, new Entry(fresh, clock.millis(), false));
        return fresh;
    }

    /** The client got the command's outcome: the same bytes mean another ticket now. */
    void answered(String request, UUID id) {
        if (forget(request, id)) {
            news.answered(request, id);
        }
    }

    /** True if others were told of it. */
    private synchronized boolean forget(String request, UUID id) {
        Entry entry = creates.get(request);
        return entry != null && entry.id.equals(id) && creates.remove(request) != null && entry.told;
    }

    /** It takes long: the client may give up, and its repeat come to another gateway. */
    void late(String request, UUID id) {
        if (isNews(request, id)) {
            news.unanswered(request, id);
        }
    }

    private synchronized boolean isNews(String request, UUID id) {
        Entry entry = creates.get(request);
        if (entry == null || !entry.id.equals(id) || entry.told) {
            return false;
        }
        entry.told = true;
        return true;
    }

    /** Another gateway says so, or this one before it was started again. */
    synchronized void heard(String request, UUID id, long sinceMillis) {
        if (sinceMillis > oldestKept()) {
            creates.putIfAbsent(request, new Entry(id, sinceMillis, true));
            forgetOld();
        }
    }

    /** Another gateway says that its client got the outcome. */
    synchronized void heardAnswered(String request, UUID id) {
        forget(request, id);
    }

    private void forgetOld() {
        long oldest = oldestKept();
        Iterator<Entry> entries = creates.values().iterator();
        while (entries.hasNext()) {
            if (entries.next().sinceMillis > oldest && creates.size() < MOST) {
                return;
            }
            entries.remove();
        }
    }

    private long oldestKept() {
        return clock.millis() - KEPT.toMillis();
    }
}
