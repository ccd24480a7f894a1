package dev.ticketwire.gateway.write;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a command: equal for requests that are repeats of each other.
 *
 * @param repeatable whether another request may have sent the same command before
 * @param ifMatch see {@link Precondition}
 * @param duplicateKey see {@link UnansweredCreates#duplicateKey}; null if only an {@code Idempotency-Key} makes two
 *     requests one command
 */
record CommandIdentity(
        UUID id,
        boolean repeatable,
        @Nullable String ifMatch,
        @Nullable String duplicateKey) {

    /** With a duplicate key, and the id that is known for it, which may be that of an earlier request. */
    CommandIdentity deduplicated(String key, UUID knownId) {
        return new CommandIdentity(knownId, repeatable || !knownId.equals(id), ifMatch, key);
    }
}
