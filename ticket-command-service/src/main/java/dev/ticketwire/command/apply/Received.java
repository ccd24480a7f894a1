package dev.ticketwire.command.apply;

import dev.ticketwire.contract.command.Command;

/**
 * A command on its way to the handlers.
 *
 * @param id the command's id, a UUID
 * @param apiKeyId the key that sent it
 */
public record Received<C extends Command>(String id, int apiKeyId, C command) {}
