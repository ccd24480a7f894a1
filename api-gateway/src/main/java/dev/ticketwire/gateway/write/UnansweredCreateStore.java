package dev.ticketwire.gateway.write;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Creates by duplicate key and by command id, oldest first. Bounded in all and for each API key, so that one key cannot
 * evict those of all others; the oldest is evicted first. Not thread-safe.
 */
final class UnansweredCreateStore {
    /** About 500 bytes each. */
    static final int MAX_SIZE = 50_000;

    static final int MAX_SIZE_OF_KEY = 5_000;

    private final LinkedHashMap<String, Create> byRequest = new LinkedHashMap<>();
    private final Map<UUID, Create> byId = new HashMap<>();
    private final Map<String, SequencedSet<String>> requestsOfKeys = new HashMap<>();

    static final class Create {
        final String request;
        final UUID id;
        final long sinceMillis;
        /** The other gateways know of it. */
        boolean announced;

        /** @param request see {@link UnansweredCreates#duplicateKey} */
        Create(String request, UUID id, long sinceMillis, boolean announced) {
            this.request = request;
            this.id = id;
            this.sinceMillis = sinceMillis;
            this.announced = announced;
        }

        private String key() {
            return request.substring(0, Math.max(0, request.indexOf(':')));
        }
    }

    @Nullable
    Create find(String request) {
        return byRequest.get(request);
    }

    @Nullable
    Create find(UUID id) {
        return byId.get(id);
    }

    /** Replaces one with the same duplicate key. */
    void add(Create create) {
        Create before = byRequest.get(create.request);
        if (before != null) {
            remove(before);
        }
        makeRoom(create.key());
        byRequest.put(create.request, create);
        byId.put(create.id, create);
        requestsOfKeys
                .computeIfAbsent(create.key(), key -> new LinkedHashSet<>())
                .add(create.request);
    }

    private void makeRoom(String key) {
        SequencedSet<String> ofKey = requestsOfKeys.get(key);
        if (ofKey != null && ofKey.size() >= MAX_SIZE_OF_KEY) {
            removeRequest(ofKey.getFirst());
        } else if (byRequest.size() >= MAX_SIZE) {
            removeRequest(byRequest.firstEntry().getKey());
        }
    }

    void remove(Create create) {
        removeRequest(create.request);
    }

    private void removeRequest(String request) {
        Create create = byRequest.remove(request);
        if (create == null) {
            return;
        }
        byId.remove(create.id, create);
        SequencedSet<String> ofKey = requestsOfKeys.get(create.key());
        if (ofKey != null && ofKey.remove(request) && ofKey.isEmpty()) {
            requestsOfKeys.remove(create.key());
        }
    }

    /** Removes the oldest creates, up to the first that is younger than {@code millis}. */
    void removeUpTo(long millis) {
        while (!byRequest.isEmpty() && byRequest.firstEntry().getValue().sinceMillis <= millis) {
            removeRequest(byRequest.firstEntry().getKey());
        }
    }
}
