package dev.ticketwire.mail.smtp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The connections to all servers. A server whose settings have changed is another one. */
final class Pools {
    private final Map<Server, Pool> all = new ConcurrentHashMap<>();
    private final int connections;

    /** @param connections to one server, at most */
    Pools(int connections) {
        this.connections = connections;
    }

    Pool of(Server server) {
        return all.computeIfAbsent(server, any -> new Pool(connections));
    }

    void sweep() {
        all.values().forEach(Pool::sweep);
    }

    void close() {
        all.values().forEach(Pool::close);
    }
}
