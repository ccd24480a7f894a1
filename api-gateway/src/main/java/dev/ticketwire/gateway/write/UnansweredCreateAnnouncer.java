package dev.ticketwire.gateway.write;

import java.util.UUID;

/** Announces unanswered creates to the other gateways. */
interface UnansweredCreateAnnouncer {
    void unanswered(String request, UUID id);

    void answered(String request, UUID id);
}
