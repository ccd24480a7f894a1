package dev.ticketwire.command.apply;

import dev.ticketwire.contract.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to the handlers.
 *
 * @param id the command's id, a UUID
 * @param apiKeyId the key that sent it
 * @param ifMatch versions that its ticket may have, as {@code CommandHeaders.IF_MATCH} has them; null for any
 */
public record Received<C extends Command>(
        String id, int apiKeyId, C command, @Nullable String ifMatch) {

    public Received(String id, int apiKeyId, C command) {
        this(id, apiKeyId, command, null);
    }
}
