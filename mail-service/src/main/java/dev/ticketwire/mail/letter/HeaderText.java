package dev.ticketwire.mail.letter;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.regex.Pattern;

/** Values of headers: one line of text, encoded by RFC 2047 where it needs to be, and folded. */
final class HeaderText {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]");
    private static final String CHARSET = "UTF-8";
    /** A line may have 998 characters, and only blanks can be folded. */
    private static final int LONGEST_WORD = 400;

    private static final int CHARACTERS_IN_ENCODED_WORD = 20;

    private HeaderText() {}

    /** Without line breaks and control characters, so that it cannot end the header. A tab becomes a blank. */
    static String oneLine(String text) {
        return CONTROLS.matcher(text.replace('\t', ' ')).replaceAll("");
    }

    /** The value of the header {@code name}: encoded and folded. */
    static String value(String name, String text) {
        return fold(name, encoded(oneLine(text)));
    }

    /** Encoded words, if the text has other characters than ASCII's, or could be taken for encoded words itself. */
    static String encoded(String text) {
        try {
            String encoded = MimeUtility.encodeText(text, CHARSET, null);
            return encoded.equals(text) && isMistakable(text) ? encodedAscii(text) : encoded;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a reader would decode the text, or a server would refuse the line. */
    static boolean isMistakable(String text) {
        return text.contains("=?") || longestWord(text) > LONGEST_WORD;
    }

    /** The value of the header {@code name}, whose text is encoded already, on lines of 76 characters where possible. */
    static String fold(String name, String value) {
        return MimeUtility.fold(name.length() + 2, value);
    }

    /** Angus leaves ASCII alone, whatever it looks like. */
    private static String encodedAscii(String text) {
        StringBuilder out = new StringBuilder();
        for (int from = 0; from < text.length(); from += CHARACTERS_IN_ENCODED_WORD) {
            String part = text.substring(from, Math.min(text.length(), from + CHARACTERS_IN_ENCODED_WORD));
            out.append(from == 0 ? "" : " ").append("=?UTF-8?Q?");
            part.chars().forEach(c -> out.append(Character.isLetterOrDigit(c) ? (char) c : "=%02X".formatted(c)));
            out.append("?=");
        }
        return out.toString();
    }

    private static int longestWord(String text) {
        int longest = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                longest = Math.max(longest, i - start);
                start = i + 1;
            }
        }
        return longest;
    }
}
