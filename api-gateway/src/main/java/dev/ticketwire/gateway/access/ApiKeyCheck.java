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
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the caller by its API key and checks that the key may perform the operation. Keys and permissions come
 * from the reference snapshot, so a revocation takes effect within seconds.
 */
@ApplicationScoped
public class ApiKeyCheck {
    private static final CharSequence KEY_HEADER = HttpHeaders.createOptimized("X-API-Key");
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final ReferenceSnapshot snapshot;
    private final ApiKeyUsage usage;
    private final PublicAddressResolver addresses;
    private volatile @Nullable AccessRules lastRules;

    /** Access data derived from one reference snapshot. */
    private record AccessRules(Reference reference, ApiKeyIndex keys, TrustedProxies proxies, boolean forceHttps) {
        static AccessRules of(Reference reference) {
            return new AccessRules(
                    reference,
                    new ApiKeyIndex(reference.apiKeys()),
                    new TrustedProxies(reference.config().text("trusted_proxies")),
                    reference.config().text("force_https").equals("on"));
        }
    }

    ApiKeyCheck(ReferenceSnapshot snapshot, ApiKeyUsage usage, PublicAddressResolver addresses) {
        this.snapshot = snapshot;
        this.usage = usage;
        this.addresses = addresses;
    }

    /** Whether the help desk requires HTTPS; false while no reference snapshot has been read. */
    public boolean forcesHttps() {
        return snapshot.isAvailable() && rules().forceHttps;
    }

    /**
     * Sets the caller's key on {@code call}, if that key may perform the call's operation.
     *
     * @throws Refused if it may not, or while the keys cannot be read
     */
    public void check(Call call) {
        AccessRules rules = availableRules();
        String client = clientAddress(call.request(), rules);
        call.setClientAddress(client);
        Instant now = Instant.now();
        ApiKey key = findKey(call, rules, client, now);
        call.setKeyId(key.id());
        checkUsable(key, now);
        checkPermission(key, Objects.requireNonNull(call.target().operation()));
        usage.used(key.id(), now);
        call.setKey(key);
    }

    private AccessRules availableRules() {
        try {
            return rules();
        } catch (ReferenceUnavailable e) {
            throw Refused.of(
                    ProblemCode.DATABASE_UNAVAILABLE, "The help desk's database cannot be reached, try again later");
        }
    }

    private static ApiKey findKey(Call call, AccessRules rules, String client, Instant now) {
        String secret = call.request().headers().get(KEY_HEADER);
        if (secret == null || secret.isEmpty() || secret.equals("0")) {
            throw Refused.of(ProblemCode.API_KEY_REQUIRED, "Valid API key required");
        }
        ApiKey key = rules.keys.find(secret, client, now);
        if (key == null) {
            throw Refused.of(ProblemCode.API_KEY_UNKNOWN, "API key not found or IP not authorized");
        }
        return key;
    }

    private static void checkUsable(ApiKey key, Instant now) {
        if (!key.active()) {
            throw Refused.of(ProblemCode.API_KEY_INACTIVE, "API key not active");
        }
        if (ApiKeyIndex.hasPassed(key.settings().expires(), now)) {
            throw Refused.of(ProblemCode.API_KEY_EXPIRED, "API key has expired");
        }
    }

    private static void checkPermission(ApiKey key, Operation operation) {
        Operation.Permission required = operation.permission();
        if (required != null && !isGranted(key, required)) {
            throw new Refused(Refusal.of(ProblemCode.PERMISSION_DENIED, required.deniedText())
                    .as(required.deniedStatus()));
        }
        if (operation.isOfSubscribers() && !key.settings().maySubscribe()) {
            throw Refused.of(ProblemCode.SUBSCRIPTIONS_NOT_ALLOWED, "API key may not have webhooks");
        }
    }

    /** Whether {@code key} has {@code required} or its alternative. */
    public static boolean isGranted(ApiKey key, Operation.Permission required) {
        return key.granted().contains(required.column())
                || (required.orElse() != null && key.granted().contains(required.orElse()));
    }

    /**
     * Sets the caller's address and the gateway's public address on {@code call}. Forwarding headers of trusted proxies
     * count once a reference snapshot has been read.
     */
    public void locate(Call call) {
        AccessRules rules = snapshot.isAvailable() ? rules() : null;
        call.setClientAddress(clientAddress(call.request(), rules));
        call.setPublicAddress(() -> addresses.of(call.request(), hops(call.request(), rules)));
    }

    private static String clientAddress(HttpServerRequest request, @Nullable AccessRules rules) {
        String peer = peer(request);
        return rules == null || !request.headers().contains(FORWARDED_FOR)
                ? peer
                : rules.proxies.client(peer, forwardedFor(request));
    }

    private static int hops(HttpServerRequest request, @Nullable AccessRules rules) {
        return rules == null ? 0 : rules.proxies.hops(peer(request), forwardedFor(request));
    }

    private static String peer(HttpServerRequest request) {
        return IpAddresses.canonical(request.remoteAddress().hostAddress());
    }

    /** All lines of the header: a proxy may add a line of its own after the one that the caller sent. */
    private static String forwardedFor(HttpServerRequest request) {
        return String.join(",", request.headers().getAll(FORWARDED_FOR));
    }

    private AccessRules rules() {
        Reference reference = snapshot.current();
        AccessRules rules = lastRules;
        if (rules == null || rules.reference != reference) {
            rules = AccessRules.of(reference);
            lastRules = rules;
        }
        return rules;
    }
}
