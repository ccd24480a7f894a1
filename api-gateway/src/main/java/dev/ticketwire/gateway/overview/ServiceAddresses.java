package dev.ticketwire.gateway.overview;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All addresses of a host, one for each replica of a service. Java keeps them for 30 s. */
final class ServiceAddresses {
    /** Further ones are not watched. */
    private static final int MOST = 32;

    private ServiceAddresses() {}

    /** Finds the addresses of a host name; blocks. */
    interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /**
     * Where both kinds of addresses exist, those of IPv4 only: a replica with one of each kind would be counted twice.
     *
     * @throws UnknownHostException if there is none
     */
    static List<String> of(String host, Resolver resolver) throws UnknownHostException {
        InetAddress[] all = resolver.addresses(host);
        boolean hasOlder = Arrays.stream(all).anyMatch(Inet4Address.class::isInstance);
        Stream<InetAddress> chosen = Arrays.stream(all).filter(address -> !hasOlder || address instanceof Inet4Address);
        return chosen.map(InetAddress::getHostAddress)
                .distinct()
                .sorted()
                .limit(MOST)
                .toList();
    }
}
