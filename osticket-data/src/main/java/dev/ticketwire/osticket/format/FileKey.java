package dev.ticketwire.osticket.format;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key and signature of a stored file. osTicket 1.18: {@code file.key} is part of the file's URL, with unique first
 * five characters; equal contents have equal {@code file.signature}.
 *
 * @param key 32 characters of {@code [A-Za-z0-9_-]}; the agent panel treats {@code cid:<32 characters>} as a picture
 * @param signature 32 characters of {@code [A-Za-z0-9_-]}
 */
public record FileKey(String key, String signature) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new key, and the signature, of {@code content}. Two calls differ in the first five characters of the key. */
    public static FileKey of(byte[] content) {
        byte[] unique = new byte[6];
        RANDOM.nextBytes(unique);
        String sha1 = base64(digest("SHA-1", content));
        String md5 = base64(digest("MD5", content));
        return new FileKey(base64(unique).substring(0, 5) + sha1, sha1.substring(0, 16) + md5.substring(0, 16));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
