package dev.ticketwire.command.apply;

import dev.ticketwire.contract.message.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * An outcome with the other data that the inbox stores.
 *
 * @param fingerprint of the command that was applied; a repeat with another fingerprint misuses the id
 * @param cause why it failed, for the log; null unless it failed just now
 */
record Recorded(
        Outcome outcome, String fingerprint, @Nullable Exception cause) {}
