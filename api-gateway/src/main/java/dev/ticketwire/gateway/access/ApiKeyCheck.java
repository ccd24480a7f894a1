package dev.ticketwire.gateway.access;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.osticket.reference.ApiKey;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.osticket.reference.ReferenceUnavailable;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who asks, and may they. Key and permission come from the snapshot, so that a revocation counts within seconds. */
@ApplicationScoped
public class ApiKeyCheck {
    private static final CharSequence KEY_HEADER = io.vertx.core.http.HttpHeaders.createOptimized("X-API-Key");

    private final ReferenceSnapshot snapshot;
    private final ApiKeyUsage use;
    private final PublicAddressResolver addresses;
    private volatile @Nullable Known known;

    private record Known(Reference reference, ApiKeyIndex keys, TrustedProxies proxies, boolean forceHttps) {}

    ApiKeyCheck(ReferenceSnapshot snapshot, ApiKeyUsage use, PublicAddressResolver addresses) {
        this.snapshot = snapshot;
        this.use = use;
        this.addresses = addresses;
    }

    /** Whether the help desk insists on HTTPS; false while nothing is known about it. */
    public boolean forcesHttps() {
        return snapshot.isAvailable() && known().forceHttps;
    }

    /**
     * Finds the caller's key, then whether it may do this, and tells {@code call} who it is.
     *
     * @throws Refused otherwise, or while the keys cannot be read
     */
    public void check(Call call) {
        Known now;
        try {
            now = known();
        } catch (ReferenceUnavailable e) {
            throw Refused.of(
                    ProblemCode.DATABASE_UNAVAILABLE, "The help desk's database cannot be reached, try again later");
        }
        String client = address(call.request(), now);
        call.from(client);
        String sent = call.request().headers().get(KEY_HEADER);
        if (sent == null || sent.isEmpty() || sent.equals("0")) {
            throw Refused.of(ProblemCode.API_KEY_REQUIRED, "Valid API key required");
        }
        Instant time = Instant.now();
        ApiKey key = now.keys.find(sent, client, time);
        if (key == null) {
            throw Refused.of(ProblemCode.API_KEY_UNKNOWN, "API key not found or IP not authorized");
        }
        call.sentBy(key.id());
        if (!key.active()) {
            throw Refused.of(ProblemCode.API_KEY_INACTIVE, "API key not active");
        }
        if (ApiKeyIndex.isOver(key.settings().expires(), time)) {
            throw Refused.of(ProblemCode.API_KEY_EXPIRED, "API key has expired");
        }
        authorize(key, Objects.requireNonNull(call.target().operation()));
        use.used(key.id(), time);
        call.identify(key);
    }

    /** Tells {@code call} where it came from and went to: through trusted proxies, while it is known which ones are. */
    public void locate(Call call) {
        Known now = snapshot.isAvailable() ? known() : null;
        call.from(address(call.request(), now));
        call.sentTo(() -> addresses.of(call.request(), hops(call.request(), now)));
    }

    private static String address(HttpServerRequest request, @Nullable Known known) {
        String peer = IpAddresses.canonical(request.remoteAddress().hostAddress());
        // A proxy may add its own line behind what the caller sent: all of them are one chain.
        List<String> chain = request.headers().getAll("X-Forwarded-For");
        return known == null || chain.isEmpty() ? peer : known.proxies.client(peer, String.join(",", chain));
    }

    private static int hops(HttpServerRequest request, @Nullable Known known) {
        String peer = IpAddresses.canonical(request.remoteAddress().hostAddress());
        return known == null
                ? 0
                : known.proxies.hops(peer, String.join(",", request.headers().getAll("X-Forwarded-For")));
    }

    private static void authorize(ApiKey key, Operation operation) {
        Operation.Permission needed = operation.permission();
        if (needed != null && !may(key, needed)) {
            throw new Refused(Refusal.of(ProblemCode.PERMISSION_DENIED, needed.deniedText())
                    .as(needed.deniedStatus()));
        }
    }

    /** Whether {@code key} is granted what {@code needed} asks for. */
    public static boolean may(ApiKey key, Operation.Permission needed) {
        return key.granted().contains(needed.column())
                || (needed.orElse() != null && key.granted().contains(needed.orElse()));
    }

    private Known known() {
        Reference reference = snapshot.current();
        Known before = known;
        if (before != null && before.reference == reference) {
            return before;
        }
        Known now = new Known(
                reference,
                new ApiKeyIndex(reference.apiKeys()),
                new TrustedProxies(reference.config().text("trusted_proxies")),
                reference.config().text("force_https").equals("on"));
        known = now;
        return now;
    }
}
