package dev.ticketwire.rest.drain;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The listening sockets, learned from the connections that they accepted: Vert.x closes a server only together with its
 * connections. Thread-safe.
 */
final class Listeners {
    private final Set<Channel> channels = ConcurrentHashMap.newKeySet();

    /** Remembers where the connection of {@code request} was accepted. */
    void learn(HttpServerRequest request) {
        if (request.connection() instanceof ConnectionBase connection) {
            Channel listener = connection.channel().parent();
            if (listener != null && !channels.contains(listener)) {
                channels.add(listener);
            }
        }
    }

    /** Accepts no further connections; accepted ones are not affected. */
    void close() {
        channels.forEach(Channel::close);
    }
}
