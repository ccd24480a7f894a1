package dev.ticketwire.webhook.send;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up names. Tests change its answers. */
interface HostResolver {
    /**
     * All addresses of a name. Blocks.
     *
     * @throws UnknownHostException if there is none
     */
    List<InetAddress> resolve(String name) throws UnknownHostException;
}
