package dev.ticketwire.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * A customer who takes part in another one's ticket.
 *
 * @param id of the customer (user)
 * @param name null if the customer is gone
 * @param active whether the customer gets mails
 */
public record Collaborator(long id, @Nullable String name, boolean active) {}
