package dev.ticketwire.osticket.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens in links by which the owner of a ticket sees it without logging in, as osTicket checks them. They need its
 * secret salt ({@link OwnMessageIds#SETTING}). No text from this class contains it.
 */
public final class LinkTokens {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz012345";
    private static final int BITS = 5;
    private static final int SHOWN_FROM = 8;

    private final @Nullable String secret;

    private LinkTokens(@Nullable String secret) {
        this.secret = secret;
    }

    public static LinkTokens of(Optional<String> secret) {
        return new LinkTokens(
                secret.map(String::strip).filter(text -> !text.isEmpty()).orElse(null));
    }

    public boolean isEnabled() {
        return secret != null;
    }

    /**
     * @param created as the database stores it
     * @return not encoded for a URL
     */
    public String ofOwner(int user, int ticket, String created) {
        byte[] ids = ByteBuffer.allocate(2 * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(user)
                .putInt(ticket)
                .array();
        String sum = Base64.getEncoder().encodeToString(md5(user + created + ticket + secret));
        return "o1x" + base32(ids) + sum.substring(SHOWN_FROM);
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 4648 with osTicket's alphabet, without padding. */
    private static String base32(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << Byte.SIZE | b & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                out.append(ALPHABET.charAt(buffer >> bits & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            out.append(ALPHABET.charAt(buffer << BITS - bits & 31));
        }
        return out.toString();
    }
}
