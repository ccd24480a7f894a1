package dev.ticketwire.webhook.send;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which addresses may be called: the public ones, except for the operator's refusals, and those that the operator allows. */
final class AddressRules {
    private final List<IpRange> allowed;
    private final List<IpRange> refused;
    private final Set<String> hosts;

    AddressRules(SendSettings settings) {
        this.allowed = IpRange.all(settings.allowedAddresses().orElse(List.of()));
        this.refused = IpRange.all(settings.refusedAddresses().orElse(List.of()));
        this.hosts = settings.allowedHosts().orElse(List.of()).stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether the host may be called. One bad address among good ones refuses the host: no public name needs an inner
     * address, and whoever adds one wants to see what happens.
     *
     * @param host in lower case
     * @param addresses all of the host
     */
    boolean allow(String host, List<InetAddress> addresses) {
        return !addresses.isEmpty()
                && (hosts.contains(host) || addresses.stream().allMatch(this::allow));
    }

    private boolean allow(InetAddress address) {
        if (allowed.stream().anyMatch(range -> range.contains(address))) {
            return true;
        }
        return !SpecialAddresses.contains(address) && refused.stream().noneMatch(range -> range.contains(address));
    }
}
