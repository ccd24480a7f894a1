package dev.ticketwire.gateway.access;

import dev.ticketwire.osticket.reference.ApiKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys by the digest of what the caller sends, so that neither the look-up nor the comparison tells by its time how
 * much of a key was right. Letter case does not count, as in osTicket's own look-up.
 */
final class KeyRing {
    private final Map<ByteBuffer, Entry> entries = new HashMap<>();

    private record Entry(byte[] digest, ApiKey key, String address) {}

    KeyRing(List<ApiKey> keys) {
        for (ApiKey key : keys) {
            byte[] digest = digest(key.key());
            entries.putIfAbsent(ByteBuffer.wrap(digest), new Entry(digest, key, Addresses.canonical(key.address())));
        }
    }

    /** The key that {@code sent} is, null if there is none or it may not be used from {@code address}. */
    @Nullable
    ApiKey find(String sent, String address) {
        byte[] digest = digest(sent);
        Entry entry = entries.get(ByteBuffer.wrap(digest));
        if (entry == null || !MessageDigest.isEqual(entry.digest, digest)) {
            return null;
        }
        return entry.address.equals("0.0.0.0") || entry.address.equals(address) ? entry.key : null;
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(key.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
