package dev.ticketwire.gateway.access;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose word about the caller's address counts: osTicket's setting <em>trusted proxies</em>, a comma-separated list of
 * addresses, CIDR ranges or {@code *}.
 */
final class TrustedProxies {
    private final List<String> ranges;
    private final boolean everyone;

    TrustedProxies(String setting) {
        ranges = Arrays.stream(setting.split(",", -1))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .toList();
        everyone = ranges.contains("*");
    }

    /**
     * The caller's address: the peer, or where the peer is trusted the first untrusted address of the chain, walked from
     * the right; if all are trusted, the left-most valid one.
     *
     * @param forwardedFor value of {@code X-Forwarded-For}, null if absent
     */
    String client(String peer, @Nullable String forwardedFor) {
        if (ranges.isEmpty() || forwardedFor == null || !isTrusted(peer)) {
            return peer;
        }
        String leftmost = peer;
        String[] chain = forwardedFor.split(",", -1);
        for (int i = chain.length - 1; i >= 0; i--) {
            String address = IpAddresses.canonical(chain[i].strip());
            if (IpAddresses.parse(address) == null) {
                continue;
            }
            leftmost = address;
            if (!isTrusted(address)) {
                return address;
            }
        }
        return leftmost;
    }

    /**
     * How many trusted proxies a request came through, one behind the other; 0 if the peer is none.
     *
     * @param forwardedFor as above
     */
    int hops(String peer, @Nullable String forwardedFor) {
        if (ranges.isEmpty() || !isTrusted(peer)) {
            return 0;
        }
        int hops = 1;
        String[] chain = forwardedFor == null ? new String[0] : forwardedFor.split(",", -1);
        for (int i = chain.length - 1; i >= 0; i--) {
            String address = IpAddresses.canonical(chain[i].strip());
            if (IpAddresses.parse(address) != null) {
                if (!isTrusted(address)) {
                    break;
                }
                hops++;
            }
        }
        return hops;
    }

    private boolean isTrusted(String address) {
        byte[] bytes = IpAddresses.parse(address);
        return bytes != null && (everyone || ranges.stream().anyMatch(range -> IpAddresses.matches(bytes, range)));
    }
}
