package dev.ticketwire.gateway.health;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Answers;
import dev.ticketwire.gateway.call.Call;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** {@code GET /health}: a yes or no for load balancers, to anybody, without a reason. */
@ApplicationScoped
public class PublicHealth {
    private final Serving serving;
    private final Answers answers;

    PublicHealth(Serving serving, Answers answers) {
        this.serving = serving;
        this.answers = answers;
    }

    /** @throws Refused with 503 while the gateway cannot serve */
    public void answer(Call call) {
        if (!serving.isUp()) {
            throw Refused.unavailable("Not able to serve, try again later");
        }
        answers.json(call, 200, Map.of("status", "up"));
    }
}
