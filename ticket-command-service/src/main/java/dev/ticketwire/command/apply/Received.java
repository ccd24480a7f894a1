package dev.ticketwire.command.apply;

import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.identity.Departments;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to the handlers.
 *
 * @param id the command's id, a UUID
 * @param apiKeyId the key that sent it
 * @param departments that the key may change
 * @param ifMatch versions that its ticket may have, in the form of {@code CommandHeaders.IF_MATCH}; null for any
 */
public record Received<C extends Command>(
        String id,
        int apiKeyId,
        Departments departments,
        C command,
        @Nullable String ifMatch) {}
