package dev.ticketwire.webhook.seal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of {@code ticketwire.webhooks.keys}.
 *
 * @param id first bytes of the key's SHA-256: says which key a sealed text needs
 */
record SealKey(int id, SecretKey key) {
    static final int LENGTH = 32;

    /** @throws IllegalArgumentException if it is not 32 bytes in base64; the message does not show it */
    static SealKey of(String base64) {
        byte[] bytes = decoded(base64.strip());
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a key has to be 32 bytes in base64, and one has " + bytes.length);
        }
        return new SealKey(id(bytes), new SecretKeySpec(bytes, "AES"));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a key has to be 32 bytes in base64, and one is not base64");
        }
    }

    private static int id(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return Arrays.hashCode(Arrays.copyOf(digest, Integer.BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "SealKey[" + Integer.toHexString(id) + "]";
    }
}
