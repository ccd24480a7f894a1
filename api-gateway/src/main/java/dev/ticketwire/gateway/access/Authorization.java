package dev.ticketwire.gateway.access;

import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.limit.RateLimitCheck;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** All checks that a call needs before it is carried out: argument, key, permission and rate limits, in this order. */
@ApplicationScoped
public class Authorization {
    private final ApiKeyCheck keys;
    private final RateLimitCheck limits;

    Authorization(ApiKeyCheck keys, RateLimitCheck limits) {
        this.keys = keys;
        this.limits = limits;
    }

    /**
     * Checks the call and counts it against the limits of its key.
     *
     * @throws Refused if a check fails
     */
    public void authorize(Call call) {
        call.target().checkArgument();
        keys.check(call);
        limits.enter(call);
    }

    /**
     * As {@link #authorize}, for a call that stays open: it counts as a request, but not as one in flight.
     *
     * @throws Refused if a check fails
     */
    public void authorizeStream(Call call) {
        keys.check(call);
        limits.enterStream(call);
    }

    /** The refusal for the call's key or permission, null if they suffice. Counts nothing. */
    public @Nullable Refusal refusal(Call call) {
        try {
            keys.check(call);
            return null;
        } catch (Refused refused) {
            return refused.refusal();
        }
    }
}
