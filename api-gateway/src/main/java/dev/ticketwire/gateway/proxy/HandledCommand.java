package dev.ticketwire.gateway.proxy;

import dev.ticketwire.contract.message.Outcome;

/**
 * A command that the command service has handled.
 *
 * @param fingerprint of the request that sent it, lower-case hex; empty if the outcome came without one
 */
public record HandledCommand(String fingerprint, Outcome outcome) {}
