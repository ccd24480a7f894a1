package dev.ticketwire.gateway.route;

import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.gateway.health.PublicHealth;
import dev.ticketwire.gateway.page.Pages;
import dev.ticketwire.gateway.proxy.PhpProxy;
import jakarta.enterprise.context.ApplicationScoped;

/** Serves the operations that need no API key, see {@link dev.ticketwire.gateway.call.Operation#isPublic}. */
@ApplicationScoped
class PublicOperations {
    private final Pages pages;
    private final PublicHealth health;
    private final PhpProxy php;
    private final Responses responses;

    PublicOperations(Pages pages, PublicHealth health, PhpProxy php, Responses responses) {
        this.pages = pages;
        this.health = health;
        this.php = php;
        this.responses = responses;
    }

    void serve(Call call) {
        switch (call.target().known()) {
            case DOCS, PROBLEM, EVENT_SCHEMA -> pages.answer(call);
            case HEALTH -> health.answer(call);
            case OPTIONS -> responses.options(call);
            case PHP -> php.forward(call);
            default -> throw new IllegalArgumentException(call.target().operation() + " needs a key");
        }
    }
}
