package dev.ticketwire.mail.letter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Boundaries of one mail, the same each time it is sent. They begin as no encoded line does: {@code =_}. */
final class Boundaries {
    private final String messageId;
    private int used;

    Boundaries(String messageId) {
        this.messageId = messageId;
    }

    String next() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((messageId + ' ' + used++).getBytes(StandardCharsets.UTF_8));
            return "=_" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
