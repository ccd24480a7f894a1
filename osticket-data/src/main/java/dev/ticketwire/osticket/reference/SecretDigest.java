package dev.ticketwire.osticket.reference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The digest of a key's secret, for storage and look-ups: SHA-256 of the secret in lower case, as hex. Secrets are
 * case-insensitive, as in osTicket's own look-up. One round suffices, because Ticketwire's own secrets are 160 random
 * bits.
 */
public final class SecretDigest {
    private SecretDigest() {}

    public static String of(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(secret.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
