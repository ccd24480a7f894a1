package dev.ticketwire.webhook.send;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A secret of Standard Webhooks.
 *
 * @param key 24 to 64 bytes; as text {@code whsec_} and base64
 * @param until when it ends, null for never
 */
public record SigningSecret(byte[] key, @Nullable Instant until) {
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final int OWN_LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one without end. */
    public static SigningSecret random() {
        byte[] key = new byte[OWN_LENGTH];
        RANDOM.nextBytes(key);
        return new SigningSecret(key, null);
    }

    /**
     * @param text as {@link #text}
     * @throws IllegalArgumentException if it is something else; the message does not show it
     */
    public static SigningSecret parse(String text) {
        byte[] key = text.startsWith(PREFIX) ? decoded(text.substring(PREFIX.length())) : new byte[0];
        if (key.length < SHORTEST || key.length > LONGEST) {
            throw new IllegalArgumentException("a secret has to be whsec_ and 24 to 64 bytes in base64");
        }
        return new SigningSecret(key, null);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** {@code whsec_} and the key in base64. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    public SigningSecret endingAt(Instant end) {
        return new SigningSecret(key, end);
    }

    boolean isValidAt(Instant now) {
        return until == null || now.isBefore(until);
    }

    @Override
    public String toString() {
        return "SigningSecret";
    }
}
