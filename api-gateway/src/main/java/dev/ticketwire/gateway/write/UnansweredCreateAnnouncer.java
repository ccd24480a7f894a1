package dev.ticketwire.gateway.write;

import java.util.UUID;

/** Tells the other gateways of creates that have no answer yet. */
interface UnansweredCreateAnnouncer {
    void unanswered(String request, UUID id);

    void answered(String request, UUID id);
}
