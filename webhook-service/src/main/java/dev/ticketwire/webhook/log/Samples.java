package dev.ticketwire.webhook.log;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.selection.Redaction;
import dev.ticketwire.osticket.selection.Selection;
import dev.ticketwire.osticket.selection.View;
import dev.ticketwire.webhook.subscription.WebhookCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events as a caller's webhook would be told them. Blocks. */
@ApplicationScoped
class Samples {
    private final WebhookCaller caller;
    private final RecentEvents recent;

    Samples(WebhookCaller caller, RecentEvents recent) {
        this.caller = caller;
        this.recent = recent;
    }

    /**
     * The newest that the caller may see; the published example if there is none.
     *
     * @param type null for all
     */
    List<JsonNode> newest(@Nullable TicketEventType type, int limit) {
        Identity identity = caller.identity();
        Selection selection = Selection.of(type == null ? null : Set.of(type.type()), null, identity);
        List<JsonNode> found = recent.read().stream()
                .filter(event -> type == null || event.facts().type().equals(type.type()))
                .filter(event -> selection.view(event.facts()) != View.HIDDEN)
                .limit(limit)
                .map(event -> Redaction.parsed(Redaction.apply(selection.view(event.facts()), event.json())))
                .toList();
        return found.isEmpty() ? List.of(Examples.of(type == null ? TicketEventType.CREATED : type)) : found;
    }
}
