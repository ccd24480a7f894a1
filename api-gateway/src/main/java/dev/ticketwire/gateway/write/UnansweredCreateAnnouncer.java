package dev.ticketwire.gateway.write;

import java.util.UUID;

/** How other gateways learn of creates that take long. */
interface UnansweredCreateAnnouncer {
    void unanswered(String request, UUID id);

    void answered(String request, UUID id);
}
