package dev.ticketwire.gateway.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.message.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A command that the command service has handled.
 *
 * @param fingerprint of the request that sent it, lower-case hex; empty if the outcome came without one
 * @param mails how many mails it has decided, as the query service counts them; null if it was not asked
 */
public record HandledCommand(
        String fingerprint, Outcome outcome, @Nullable JsonNode mails) {

    /** One whose mails nobody has counted. */
    public HandledCommand(String fingerprint, Outcome outcome) {
        this(fingerprint, outcome, null);
    }
}
