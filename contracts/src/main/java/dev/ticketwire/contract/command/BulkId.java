package dev.ticketwire.contract.command;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Derives the ids of a bulk's items from the bulk's id and their index. */
public final class BulkId {
    private BulkId() {}

    /** UUIDv5 (RFC 9562) of the index, 0 for the first, in the namespace {@code bulk}. */
    public static UUID item(UUID bulk, int index) {
        return version5(bulk, ByteBuffer.allocate(Integer.BYTES).putInt(index).array());
    }

    /** UUIDv5 (RFC 9562). */
    public static UUID version5(UUID namespace, byte[] name) {
        ByteBuffer prefix = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits());
        MessageDigest sha1 = sha1();
        sha1.update(prefix.flip());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name));
        long high = hash.getLong() & 0xFFFFFFFFFFFF0FFFL | 0x5000L;
        long low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
