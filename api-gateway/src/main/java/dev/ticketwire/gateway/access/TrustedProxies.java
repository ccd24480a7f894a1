package dev.ticketwire.gateway.access;

import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that may state the caller's address: osTicket's setting <em>trusted proxies</em>, a comma-separated list
 * of addresses, CIDR ranges or {@code *}. Any other entry matches nothing.
 */
final class TrustedProxies {
    private final List<IpSubnetFilterRule> subnets;
    private final boolean everyone;

    TrustedProxies(String setting) {
        List<String> entries =
                Arrays.stream(setting.split(",", -1)).map(String::strip).toList();
        subnets = entries.stream()
                .map(IpAddresses::subnet)
                .filter(Objects::nonNull)
                .toList();
        everyone = entries.contains("*");
    }

    /**
     * The caller's address: the peer, or where the peer is trusted the first untrusted address of the chain, walked
     * from the right; if all are trusted, the left-most valid one.
     *
     * @param forwardedFor value of {@code X-Forwarded-For}, null if absent
     */
    String client(String peer, @Nullable String forwardedFor) {
        if (forwardedFor == null || !isTrusted(peer)) {
            return peer;
        }
        String leftmost = peer;
        String[] chain = forwardedFor.split(",", -1);
        for (int i = chain.length - 1; i >= 0; i--) {
            InetAddress address = IpAddresses.parse(chain[i].strip());
            if (address != null) {
                leftmost = IpAddresses.canonical(chain[i].strip());
                if (!isTrusted(address)) {
                    return leftmost;
                }
            }
        }
        return leftmost;
    }

    /**
     * The number of trusted proxies in a row that a request came through; 0 if the peer is not one.
     *
     * @param forwardedFor value of {@code X-Forwarded-For}, null if absent
     */
    int hops(String peer, @Nullable String forwardedFor) {
        if (!isTrusted(peer)) {
            return 0;
        }
        int hops = 1;
        String[] chain = forwardedFor == null ? new String[0] : forwardedFor.split(",", -1);
        for (int i = chain.length - 1; i >= 0; i--) {
            InetAddress address = IpAddresses.parse(chain[i].strip());
            if (address != null) {
                if (!isTrusted(address)) {
                    break;
                }
                hops++;
            }
        }
        return hops;
    }

    private boolean isTrusted(String text) {
        InetAddress address = everyone || !subnets.isEmpty() ? IpAddresses.parse(text) : null;
        return address != null && isTrusted(address);
    }

    private boolean isTrusted(InetAddress address) {
        return everyone || subnets.stream().anyMatch(subnet -> IpAddresses.contains(subnet, address));
    }
}
