package dev.ticketwire.webhook.subscription;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.reference.ApiKey;
import dev.ticketwire.osticket.reference.Reference;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which keys may have subscriptions now, and what binds those. */
final class KeyRights {
    private static final String READ = "can_read_tickets";

    private final Map<Integer, ApiKey> keys;

    KeyRights(Reference reference) {
        this.keys =
                reference.apiKeys().stream().collect(Collectors.toMap(ApiKey::id, Function.identity(), (a, b) -> a));
    }

    /** What events of the key are; empty if it may have none: revoked, inactive, expired, or without the rights. */
    Optional<Identity> of(int keyId, Instant now) {
        ApiKey key = keys.get(keyId);
        return key != null && maySubscribe(key, now)
                ? Optional.of(new Identity(
                        keyId, key.settings().departments(), key.settings().seesNotes()))
                : Optional.empty();
    }

    private static boolean maySubscribe(ApiKey key, Instant now) {
        Instant expires = key.settings().expires();
        return key.active()
                && key.granted().contains(READ)
                && key.settings().maySubscribe()
                && (expires == null || now.isBefore(expires));
    }
}
