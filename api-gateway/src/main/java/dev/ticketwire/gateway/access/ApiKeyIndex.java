package dev.ticketwire.gateway.access;

import dev.ticketwire.osticket.reference.ApiKey;
import dev.ticketwire.osticket.reference.SecretDigest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys by the digest of what the caller sends, so that neither the look-up nor the comparison tells by its time how
 * much of a key was right.
 */
final class ApiKeyIndex {
    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(
            byte[] digest,
            ApiKey key,
            List<String> addresses,
            @Nullable Instant until) {}

    ApiKeyIndex(List<ApiKey> keys) {
        for (ApiKey key : keys) {
            List<String> addresses = key.addresses().stream()
                    .map(address -> key.byText() ? column(address) : IpAddresses.canonical(address))
                    .toList();
            for (ApiKey.Secret secret : key.secrets()) {
                entries.putIfAbsent(secret.digest(), new Entry(bytes(secret.digest()), key, addresses, secret.until()));
            }
        }
    }

    /** The key that {@code sent} is, null if there is none or it may not be used from {@code address}. */
    @Nullable
    ApiKey find(String sent, String address, Instant now) {
        String digest = SecretDigest.of(sent);
        Entry entry = entries.get(digest);
        if (entry == null || !MessageDigest.isEqual(entry.digest, bytes(digest)) || isOver(entry.until, now)) {
            return null;
        }
        return isAllowed(address, entry) ? entry.key : null;
    }

    static boolean isOver(@Nullable Instant until, Instant now) {
        return until != null && !now.isBefore(until);
    }

    private static boolean isAllowed(String address, Entry entry) {
        if (entry.addresses.contains("0.0.0.0") || entry.addresses.contains(address)) {
            return true;
        }
        byte[] bytes = entry.key.byText() ? null : IpAddresses.parse(address);
        return bytes != null && entry.addresses.stream().anyMatch(range -> IpAddresses.matches(bytes, range));
    }

    /** As the database compares the column: without regard to case and to blanks at the end. */
    private static String column(String address) {
        return address.replaceFirst(" +$", "").toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(String digest) {
        return digest.getBytes(StandardCharsets.US_ASCII);
    }
}
