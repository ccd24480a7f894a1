package dev.ticketwire.osticket.text;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Bytes escaped as a sign and two hexadecimal digits: {@code %41} in URLs (RFC 3986), {@code =41} in quoted-printable
 * (RFC 2045). An escape without two digits stays as it is; {@code URLDecoder} and Commons Codec refuse the whole text
 * then.
 */
public final class HexEscapes {
    private HexEscapes() {}

    /** Decodes every escape that starts with {@code sign} and copies all other bytes. */
    public static byte[] decode(byte[] encoded, char sign) {
        byte[] decoded = new byte[encoded.length];
        int length = 0;
        for (int i = 0; i < encoded.length; i++) {
            int octet = encoded[i] == sign ? octet(encoded, i + 1) : -1;
            decoded[length++] = octet < 0 ? encoded[i] : (byte) octet;
            i += octet < 0 ? 0 : 2;
        }
        return Arrays.copyOf(decoded, length);
    }

    /** The value of the two hexadecimal digits at this index, 0–255; -1 if there are not two. */
    public static int octet(byte[] bytes, int index) {
        return index + 1 < bytes.length ? octet(bytes[index], bytes[index + 1]) : -1;
    }

    /** The value of the two hexadecimal digits at this index, 0–255; -1 if there are not two. */
    public static int octet(CharSequence text, int index) {
        return index + 1 < text.length() ? octet(text.charAt(index), text.charAt(index + 1)) : -1;
    }

    private static int octet(int high, int low) {
        return HexFormat.isHexDigit(high) && HexFormat.isHexDigit(low)
                ? HexFormat.fromHexDigit(high) << 4 | HexFormat.fromHexDigit(low)
                : -1;
    }
}
