package dev.ticketwire.gateway.mail;

import dev.ticketwire.gateway.text.LineScanner;
import dev.ticketwire.osticket.text.HexEscapes;
import java.util.Arrays;

/**
 * Decodes quoted-printable (RFC 2045, 6.7). Invalid escapes stay as they are; blanks at the end of a line are dropped.
 *
 * <p>Own code: Mime4j's decoder turns every LF into CRLF and drops the first of two equals signs; Commons Codec's
 * refuses the whole text if one escape is invalid.
 */
final class QuotedPrintableDecoder {
    private final byte[] encoded;
    private final byte[] decoded;
    private int length;
    /** Length of the output without blanks that may turn out to end a line. */
    private int lengthWithoutBlanks;

    private QuotedPrintableDecoder(byte[] encoded) {
        this.encoded = encoded;
        this.decoded = new byte[encoded.length];
    }

    static byte[] decode(byte[] encoded) {
        return new QuotedPrintableDecoder(encoded).decode();
    }

    private byte[] decode() {
        for (int i = 0; i < encoded.length; i++) {
            int octet = encoded[i] == '=' ? HexEscapes.octet(encoded, i + 1) : -1;
            if (octet >= 0) {
                decoded[length++] = (byte) octet;
                lengthWithoutBlanks = length;
                i += 2;
            } else if (encoded[i] == '=' && LineScanner.isRestBlank(encoded, i + 1)) {
                lengthWithoutBlanks = length;
                i = LineScanner.endOfLine(encoded, i + 1);
            } else {
                literal(encoded[i]);
            }
        }
        return Arrays.copyOf(decoded, length);
    }

    private void literal(byte b) {
        length = b == '\n' || b == '\r' ? lengthWithoutBlanks : length;
        decoded[length++] = b;
        lengthWithoutBlanks = b == ' ' || b == '\t' ? lengthWithoutBlanks : length;
    }
}
