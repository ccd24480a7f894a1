package dev.ticketwire.gateway.limit;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Call;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Limits the requests per second and the concurrent requests of each key, in all and by operation. Responses to a
 * limited key state its limits (draft-ietf-httpapi-ratelimit-headers). Of several gateways each lets through its share.
 */
@ApplicationScoped
public class RateLimitCheck {
    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence STATE = HttpHeaders.createOptimized("RateLimit");

    private final RateLimitRules rules;
    private final GatewayCount gateways;
    private final RateLimiter limiter = new RateLimiter(TimeMeter.SYSTEM_NANOTIME);
    private final MeterRegistry meters;

    RateLimitCheck(RateLimitRules rules, GatewayCount gateways, MeterRegistry meters) {
        this.rules = rules;
        this.gateways = gateways;
        this.meters = meters;
    }

    /**
     * Counts a call with a checked key, until the call ends.
     *
     * @throws Refused if it exceeds a limit
     */
    public void enter(Call call) {
        enter(call, rules.of(call.key(), call.target().known()));
    }

    /** As {@link #enter(Call)}, but against the requests per second alone. */
    public void enterStream(Call call) {
        enter(
                call,
                rules.of(call.key(), call.target().known()).stream()
                        .filter(limit -> limit.perSecond() != null)
                        .map(limit -> new RateLimit(limit.name(), limit.perSecond(), null))
                        .toList());
    }

    private void enter(Call call, List<RateLimit> limits) {
        if (limits.isEmpty()) {
            return;
        }
        int key = call.key().id();
        int among = gateways.current();
        List<RateLimit> shares =
                limits.stream().map(limit -> limit.share(among)).toList();
        RateLimiter.Denial denial = limiter.enter(key, shares);
        addHeaders(call.request().response().headers(), key, limits, among);
        if (denial != null) {
            countDenial(call, denial);
            call.request().response().putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(denial.retryAfter()));
            throw new Refused(denial.refusal());
        }
        call.onEnd(() -> limiter.leave(key, shares));
    }

    private void countDenial(Call call, RateLimiter.Denial denial) {
        String operation = call.target().tag();
        meters.counter(
                        "ticketwire.requests.limited",
                        "operation",
                        operation,
                        "code",
                        denial.refusal().code())
                .increment();
    }

    /** Tells the limit of all gateways, and what would be left if they had equally many requests. */
    private void addHeaders(MultiMap headers, int key, List<RateLimit> limits, int among) {
        StringBuilder policy = new StringBuilder();
        StringBuilder state = new StringBuilder();
        for (RateLimit limit : limits) {
            if (limit.perSecond() != null) {
                String name = (policy.isEmpty() ? "\"" : ", \"") + limit.name() + '"';
                policy.append(name).append(";q=").append(limit.perSecond()).append(";w=1");
                long remaining = Math.min(limit.perSecond(), among * limiter.remaining(key, limit.share(among)));
                state.append(name).append(";r=").append(remaining).append(";t=1");
            }
        }
        if (!policy.isEmpty()) {
            headers.set(POLICY, policy);
            headers.set(STATE, state);
        }
    }
}
