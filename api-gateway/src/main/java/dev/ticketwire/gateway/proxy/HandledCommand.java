package dev.ticketwire.gateway.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.message.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A command that the command service has handled.
 *
 * @param fingerprint of the request that sent it, lower-case hex; empty if the outcome came without one
 * @param mails its mails, null if they are not known
 */
public record HandledCommand(
        String fingerprint, Outcome outcome, @Nullable JsonNode mails) {}
