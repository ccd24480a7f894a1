package dev.ticketwire.gateway.write;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Creates in the order in which they became known, by request and by the id of their command. Bounded, also for each API
 * key, so that one cannot push out those of all others: the oldest goes first. Not for several threads.
 */
final class UnansweredCreateStore {
    /** About 500 bytes each. */
    static final int MOST = 50_000;

    static final int MOST_OF_A_KEY = 5_000;

    private final LinkedHashMap<String, Create> byRequest = new LinkedHashMap<>();
    private final Map<UUID, Create> byId = new HashMap<>();
    private final Map<String, SequencedSet<String>> requestsOfKeys = new HashMap<>();

    static final class Create {
        final String request;
        final UUID id;
        final long sinceMillis;
        /** Other gateways know of it. */
        boolean told;

        /** @param request see {@link UnansweredCreates#request} */
        Create(String request, UUID id, long sinceMillis, boolean told) {
            this.request = request;
            this.id = id;
            this.sinceMillis = sinceMillis;
            this.told = told;
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

    /** Takes the place of one with the same request. */
    void add(Create create) {
        Create before = byRequest.get(create.request);
        if (before != null) {
            remove(before);
        }
        SequencedSet<String> ofKey = requestsOfKeys.computeIfAbsent(create.key(), key -> new LinkedHashSet<>());
        String oldest = ofKey.size() < MOST_OF_A_KEY
                ? byRequest.size() < MOST ? null : byRequest.firstEntry().getKey()
                : ofKey.getFirst();
        if (oldest != null) {
            removeRequest(oldest);
        }
        byRequest.put(create.request, create);
        byId.put(create.id, create);
        requestsOfKeys
                .computeIfAbsent(create.key(), key -> new LinkedHashSet<>())
                .add(create.request);
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

    /** Those that became known before the first that is younger. */
    void removeUpTo(long millis) {
        while (!byRequest.isEmpty() && byRequest.firstEntry().getValue().sinceMillis <= millis) {
            removeRequest(byRequest.firstEntry().getKey());
        }
    }
}
