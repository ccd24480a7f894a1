package dev.ticketwire.gateway.write;

import dev.ticketwire.gateway.receipt.DeliveryListener;
import dev.ticketwire.gateway.write.UnansweredCreateStore.Create;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Creates without an {@code Idempotency-Key} whose outcome has not been delivered: the same bytes from the same API key are
 * the same command (ADR 16). Other gateways hear of those that take long, and this one of theirs.
 */
@ApplicationScoped
class UnansweredCreates implements DeliveryListener {
    /** Longer than any client repeats by itself. */
    static final Duration KEPT = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final UnansweredCreateAnnouncer announcements;
    private final UnansweredCreateStore creates = new UnansweredCreateStore();

    @Inject
    UnansweredCreates(UnansweredCreateAnnouncer announcements) {
        this(announcements, InstantSource.system());
    }

    UnansweredCreates(UnansweredCreateAnnouncer announcements, InstantSource clock) {
        this.announcements = announcements;
        this.clock = clock;
    }

    /** What tells a create from others: who sent it, its fingerprint, and how its bytes are to be read. */
    static String request(int apiKeyId, String fingerprint, @Nullable String contentType) {
        return apiKeyId + ":" + fingerprint + ":"
                + (contentType == null ? "" : Integer.toHexString(contentType.hashCode()));
    }

    /** The id of the unanswered command of that request; {@code fresh}, which is remembered, if there is none. */
    synchronized UUID idOf(String request, UUID fresh) {
        Create known = kept(request);
        if (known != null) {
            return known.id;
        }
        creates.add(new Create(request, fresh, clock.millis(), false));
        return fresh;
    }

    /** The client got the command's outcome: the same bytes mean another ticket now. */
    void answered(String request, UUID id) {
        if (forget(request, id)) {
            announcements.answered(request, id);
        }
    }

    /** A client got the outcome by its receipt. */
    @Override
    public void delivered(UUID id) {
        String request = requestOf(id);
        if (request != null) {
            answered(request, id);
        }
    }

    private synchronized @Nullable String requestOf(UUID id) {
        Create create = creates.find(id);
        return create == null ? null : create.request;
    }

    /** True if others were told of it. */
    private synchronized boolean forget(String request, UUID id) {
        Create create = creates.find(request);
        if (create == null || !create.id.equals(id)) {
            return false;
        }
        creates.remove(create);
        return create.told;
    }

    /** It takes long: the client may give up, and its repeat come to another gateway. */
    void late(String request, UUID id) {
        if (isNews(request, id)) {
            announcements.unanswered(request, id);
        }
    }

    private synchronized boolean isNews(String request, UUID id) {
        Create create = creates.find(request);
        if (create == null || !create.id.equals(id) || create.told) {
            return false;
        }
        create.told = true;
        return true;
    }

    /** Another gateway says so, or this one before it was started again. */
    synchronized void heard(String request, UUID id, long sinceMillis) {
        // A clock that is ahead of ours makes none last longer.
        long since = Math.min(sinceMillis, clock.millis());
        if (since > oldestKept() && kept(request) == null) {
            creates.add(new Create(request, id, since, true));
        }
    }

    /** Another gateway says that its client got the outcome. */
    synchronized void heardAnswered(String request, UUID id) {
        forget(request, id);
    }

    /** Null if there is none, or none any more. */
    private @Nullable Create kept(String request) {
        creates.removeUpTo(oldestKept());
        Create create = creates.find(request);
        return create != null && create.sinceMillis > oldestKept() ? create : null;
    }

    private long oldestKept() {
        return clock.millis() - KEPT.toMillis();
    }
}
