package dev.ticketwire.gateway.receipt;

import java.util.UUID;

/** Learns that a client got the outcome of its command by a receipt. */
public interface Delivered {
    /** @param id the command's */
    void delivered(UUID id);
}
