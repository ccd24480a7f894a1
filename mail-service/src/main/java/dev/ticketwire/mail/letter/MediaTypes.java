package dev.ticketwire.mail.letter;

import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Types of stored files. */
final class MediaTypes {
    private static final String UNKNOWN = "application/octet-stream";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,127}");

    private MediaTypes() {}

    /**
     * The stored type without parameters; a general one if it is none, or one that must not be in base64: mails and
     * parts of them (RFC 2046, 5.2.1).
     */
    static String usable(String stored) {
        try {
            ContentType type = new ContentType(HeaderText.oneLine(stored));
            String primary = type.getPrimaryType().toLowerCase(Locale.ROOT);
            String sub = type.getSubType().toLowerCase(Locale.ROOT);
            boolean isUsable = TOKEN.matcher(primary).matches()
                    && TOKEN.matcher(sub).matches()
                    && !primary.equals("message")
                    && !primary.equals("multipart");
            return isUsable ? primary + "/" + sub : UNKNOWN;
        } catch (ParseException e) {
            return UNKNOWN;
        }
    }
}
