package dev.ticketwire.mail.smtp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the addresses of a host. */
@FunctionalInterface
interface HostAddresses {
    /** More are not tried. */
    int MOST = 4;

    /** In the order in which they are tried. */
    List<InetAddress> of(String host) throws UnknownHostException;

    /** By the system's resolver. */
    static HostAddresses ofSystem() {
        return host -> {
            List<InetAddress> all = List.of(InetAddress.getAllByName(host));
            return all.subList(0, Math.min(MOST, all.size()));
        };
    }
}
