package dev.ticketwire.gateway.receipt;

import java.util.UUID;

/** Is notified when a client has fetched the outcome of its command with a receipt. */
public interface DeliveryListener {
    /** @param id of the command */
    void delivered(UUID id);
}
