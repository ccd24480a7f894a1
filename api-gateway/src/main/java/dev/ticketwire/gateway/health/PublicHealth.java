package dev.ticketwire.gateway.health;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Responses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** {@code GET /health} for load balancers: public, without details. */
@ApplicationScoped
public class PublicHealth {
    private final GatewayStatus status;
    private final Responses responses;

    PublicHealth(GatewayStatus status, Responses responses) {
        this.status = status;
        this.responses = responses;
    }

    /** @throws Refused with 503 while the gateway cannot serve */
    public void answer(Call call) {
        if (!status.isUp()) {
            throw Refused.unavailable("Not able to serve, try again later");
        }
        responses.json(call, 200, Map.of("status", "up"));
    }
}
