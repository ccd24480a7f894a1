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
 * Creates without an {@code Idempotency-Key} whose outcome has not been delivered: the same bytes from the same API key
 * are the same command (ADR 16). Slow ones are announced to the other gateways, which announce theirs.
 */
@ApplicationScoped
class UnansweredCreates implements DeliveryListener {
    /** Longer than any known client retries. */
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

    /** Equal for creates that are the same command: same API key, fingerprint and content type. */
    static String duplicateKey(int apiKeyId, String fingerprint, @Nullable String contentType) {
        return apiKeyId + ":" + fingerprint + ":"
                + (contentType == null ? "" : Integer.toHexString(contentType.hashCode()));
    }

    /** The id of the unanswered command with that key; if there is none, {@code fresh}, which is stored. */
    synchronized UUID idOf(String request, UUID fresh) {
        Create known = kept(request);
        if (known != null) {
            return known.id;
        }
        creates.add(new Create(request, fresh, clock.millis(), false));
        return fresh;
    }

    /** The client has the command's outcome: from now on the same bytes are another command. */
    void answered(String request, UUID id) {
        if (forget(request, id)) {
            announcements.answered(request, id);
        }
    }

    /** A client has got the outcome with its receipt. */
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

    /** Returns true if it had been announced. */
    private synchronized boolean forget(String request, UUID id) {
        Create create = creates.find(request);
        if (create == null || !create.id.equals(id)) {
            return false;
        }
        creates.remove(create);
        return create.announced;
    }

    /** Announces a slow create: the client may give up and retry at another gateway. */
    void announce(String request, UUID id) {
        if (markAnnounced(request, id)) {
            announcements.unanswered(request, id);
        }
    }

    private synchronized boolean markAnnounced(String request, UUID id) {
        Create create = creates.find(request);
        if (create == null || !create.id.equals(id) || create.announced) {
            return false;
        }
        create.announced = true;
        return true;
    }

    /** Another gateway has announced the create, or this one before its restart. */
    synchronized void learn(String request, UUID id, long sinceMillis) {
        // A clock that is ahead of ours does not extend its life.
        long since = Math.min(sinceMillis, clock.millis());
        if (since > oldestKept() && kept(request) == null) {
            creates.add(new Create(request, id, since, true));
        }
    }

    /** Another gateway has delivered the outcome. */
    synchronized void learnAnswered(String request, UUID id) {
        forget(request, id);
    }

    /** Null if there is none, or it has expired. */
    private @Nullable Create kept(String request) {
        creates.removeUpTo(oldestKept());
        Create create = creates.find(request);
        return create != null && create.sinceMillis > oldestKept() ? create : null;
    }

    private long oldestKept() {
        return clock.millis() - KEPT.toMillis();
    }
}
