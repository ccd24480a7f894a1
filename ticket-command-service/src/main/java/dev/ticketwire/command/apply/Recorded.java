package dev.ticketwire.command.apply;

import dev.ticketwire.contract.message.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * An outcome with what the inbox keeps beside it.
 *
 * @param fingerprint of the command that was applied; a repeat with another one is a misuse of its id
 * @param cause why it failed, for the log; null unless it failed just now
 */
record Recorded(
        Outcome outcome, String fingerprint, @Nullable Exception cause) {}
