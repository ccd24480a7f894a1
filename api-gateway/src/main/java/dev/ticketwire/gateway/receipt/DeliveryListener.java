package dev.ticketwire.gateway.receipt;

import java.util.UUID;

/** Learns that a client got the outcome of its command by a receipt. */
public interface DeliveryListener {
    /** @param id the command's */
    void delivered(UUID id);
}
