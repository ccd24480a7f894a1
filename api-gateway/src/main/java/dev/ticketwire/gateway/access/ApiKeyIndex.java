package dev.ticketwire.gateway.access;

import dev.ticketwire.osticket.reference.ApiKey;
import dev.ticketwire.osticket.reference.SecretDigest;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * API keys by the digest of their secret. Neither look-up nor comparison reveals by its duration how much of a secret
 * was right.
 */
final class ApiKeyIndex {
    private static final String ANY_ADDRESS = "0.0.0.0";

    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(
            byte[] digest,
            ApiKey key,
            AllowedAddresses addresses,
            @Nullable Instant validUntil) {}

    /**
     * Addresses that a key may be used from. {@code subnets} is empty for a key whose addresses are compared as text.
     */
    private record AllowedAddresses(Set<String> exact, List<IpSubnetFilterRule> subnets) {
        static AllowedAddresses of(ApiKey key) {
            Set<String> exact = new HashSet<>();
            key.addresses()
                    .forEach(address -> exact.add(key.byText() ? column(address) : IpAddresses.canonical(address)));
            List<IpSubnetFilterRule> subnets = key.byText()
                    ? List.of()
                    : key.addresses().stream()
                            .map(IpAddresses::subnet)
                            .filter(Objects::nonNull)
                            .toList();
            return new AllowedAddresses(exact, subnets);
        }

        boolean contain(String address) {
            if (exact.contains(ANY_ADDRESS) || exact.contains(address)) {
                return true;
            }
            InetAddress parsed = subnets.isEmpty() ? null : IpAddresses.parse(address);
            return parsed != null && subnets.stream().anyMatch(subnet -> IpAddresses.contains(subnet, parsed));
        }
    }

    ApiKeyIndex(List<ApiKey> keys) {
        for (ApiKey key : keys) {
            AllowedAddresses addresses = AllowedAddresses.of(key);
            for (ApiKey.Secret secret : key.secrets()) {
                entries.putIfAbsent(secret.digest(), new Entry(bytes(secret.digest()), key, addresses, secret.until()));
            }
        }
    }

    /**
     * The key with this secret.
     *
     * @param address the caller's, canonical
     * @return null if there is none, its secret has been rotated out, or it may not be used from {@code address}
     */
    @Nullable
    ApiKey find(String secret, String address, Instant now) {
        String digest = SecretDigest.of(secret);
        Entry entry = entries.get(digest);
        if (entry == null || !MessageDigest.isEqual(entry.digest, bytes(digest)) || hasPassed(entry.validUntil, now)) {
            return null;
        }
        return entry.addresses.contain(address) ? entry.key : null;
    }

    static boolean hasPassed(@Nullable Instant until, Instant now) {
        return until != null && !now.isBefore(until);
    }

    /** As the database compares the column: case and trailing blanks do not matter. */
    private static String column(String address) {
        return address.replaceFirst(" +$", "").toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(String digest) {
        return digest.getBytes(StandardCharsets.US_ASCII);
    }
}
