package dev.ticketwire.osticket.reference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A key's secret as it is kept and looked up: SHA-256 of it in lower case, in hex. Letter case does not count, as in
 * osTicket's own look-up. One round will do, because secrets of our own are 160 random bits that nobody can guess at.
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
