package dev.ticketwire.webhook.subscription;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.format.RowId;
import dev.ticketwire.rest.request.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Who asks: a key, which sees its own subscriptions, or an operator, who sees all. */
@ApplicationScoped
public class WebhookCaller {
    private final Caller caller;
    private final WebhookStore store;

    WebhookCaller(Caller caller, WebhookStore store) {
        this.caller = caller;
        this.store = store;
    }

    public boolean isOperator() {
        return caller.apiKeyId() == Identity.GATEWAY.apiKeyId();
    }

    /** The key whose subscriptions are seen; null for all. */
    @Nullable
    Integer keyId() {
        return isOperator() ? null : Integer.valueOf(caller.apiKeyId());
    }

    public Identity identity() {
        return caller.identity();
    }

    /**
     * The id of a subscription that the caller may see. Blocks.
     *
     * @param text from the path
     * @throws Refused 404 for any other
     */
    public int visible(String text) {
        int id = id(text);
        store.get(id, keyId());
        return id;
    }

    /** Of what is no id: that of no subscription. */
    static int id(String text) {
        Integer id = RowId.intOfDigits(text);
        return id == null ? 0 : id;
    }
}
