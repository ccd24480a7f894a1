package dev.ticketwire.gateway.limit;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Call;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Requests a second and requests at once, of each key and of each key's operations. Every answer to a key whose requests
 * are limited says so (draft-ietf-httpapi-ratelimit-headers).
 */
@ApplicationScoped
public class RateLimitCheck {
    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence STATE = HttpHeaders.createOptimized("RateLimit");
    private static final long TIDY_MILLIS = 60_000;

    private final RateLimitRules keys;
    private final RateLimiter limiter = new RateLimiter(TimeMeter.SYSTEM_NANOTIME);
    private final Vertx vertx;
    private final MeterRegistry meters;

    RateLimitCheck(RateLimitRules keys, Vertx vertx, MeterRegistry meters) {
        this.keys = keys;
        this.vertx = vertx;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(TIDY_MILLIS, ignored -> limiter.tidy());
    }

    /**
     * Counts a call whose key has been checked.
     *
     * @throws Refused if it is one too many
     */
    public void enter(Call call) {
        List<RateLimit> limits = keys.of(call.key(), call.target().known());
        if (limits.isEmpty()) {
            return;
        }
        int key = call.key().id();
        RateLimiter.Denial denial = limiter.enter(key, limits);
        tell(call.request().response().headers(), key, limits);
        if (denial != null) {
            meters.counter(
                            "ticketwire.requests.limited",
                            "operation",
                            call.target().tag(),
                            "code",
                            denial.refusal().code())
                    .increment();
            call.request().response().putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(denial.retryAfter()));
            throw new Refused(denial.refusal());
        }
        call.afterwards(() -> limiter.leave(key, limits));
    }

    private void tell(MultiMap headers, int key, List<RateLimit> limits) {
        StringBuilder policy = new StringBuilder();
        StringBuilder state = new StringBuilder();
        for (RateLimit limit : limits) {
            if (limit.perSecond() != null) {
                String name = (policy.isEmpty() ? "\"" : ", \"") + limit.name() + '"';
                policy.append(name).append(";q=").append(limit.perSecond()).append(";w=1");
                state.append(name)
                        .append(";r=")
                        .append(limiter.remaining(key, limit))
                        .append(";t=1");
            }
        }
        if (!policy.isEmpty()) {
            headers.set(POLICY, policy);
            headers.set(STATE, state);
        }
    }
}
