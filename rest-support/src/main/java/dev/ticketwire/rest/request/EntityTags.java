package dev.ticketwire.rest.request;

import jakarta.ws.rs.core.EntityTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes strong entity tags (RFC 9110, 8.8.3). */
public final class EntityTags {
    private static final int LENGTH = 16;

    private EntityTags() {}

    /** The tag of a content: 32 hexadecimal digits of its SHA-256. */
    public static EntityTag hash(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new EntityTag(HexFormat.of().formatHex(hash, 0, LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether {@code ifRange} names exactly this tag (strong comparison). A date is never a match. */
    public static boolean matches(EntityTag tag, String ifRange) {
        return ifRange.strip().equals('"' + tag.getValue() + '"');
    }
}
