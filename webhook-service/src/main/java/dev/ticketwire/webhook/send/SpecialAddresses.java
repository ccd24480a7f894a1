package dev.ticketwire.webhook.send;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * The addresses that are not of the public internet: IANA's special-purpose registries (RFC 6890), multicast, and what
 * clouds serve their metadata from. Of IPv6 only global unicast is public at all.
 */
final class SpecialAddresses {
    private static final List<IpRange> SPECIAL = IpRange.all(List.of(
            "0.0.0.0/8", // this network, unspecified
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carriers' NAT; also metadata of Alibaba
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // Azure's platform services, in a public range
            "169.254.0.0/16", // link-local; metadata of most clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments; metadata of Oracle
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, broadcast
            "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "3fff::/20" // documentation
            ));

    private static final IpRange GLOBAL_UNICAST = IpRange.of("2000::/3");
    /** Networks with DNS64 reach every IPv4 address through it, so the address within counts. */
    private static final IpRange NAT64 = IpRange.of("64:ff9b::/96");

    private static final int IPV4_WITHIN = 12;

    private SpecialAddresses() {}

    static boolean contains(InetAddress address) {
        if (NAT64.contains(address)) {
            return contains(within(address));
        }
        if (!(address instanceof Inet4Address) && !GLOBAL_UNICAST.contains(address)) {
            return true;
        }
        return SPECIAL.stream().anyMatch(range -> range.contains(address));
    }

    private static InetAddress within(InetAddress nat64) {
        byte[] bytes = nat64.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, IPV4_WITHIN, bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
