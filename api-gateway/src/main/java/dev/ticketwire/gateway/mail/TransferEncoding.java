package dev.ticketwire.gateway.mail;

import java.util.Locale;

/** Decodes a {@code Content-Transfer-Encoding} (RFC 2045, 6), malformed ones too. */
final class TransferEncoding {
    private TransferEncoding() {}

    /**
     * The decoded bytes; the same array if the encoding is unknown, which counts as 7bit.
     *
     * @param header its value; comments, parameters and punctuation in the name are ignored
     */
    static byte[] decode(byte[] encoded, String header) {
        String name = HeaderValue.parse(header).value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return switch (name) {
            case "base64", "xbase64", "b" -> Base64Decoder.decodeBody(encoded);
            case "quotedprintable", "xquotedprintable", "qp", "q" -> QuotedPrintableDecoder.decode(encoded);
            case "uuencode", "xuuencode", "xuue", "uue" -> UuDecoder.decode(encoded);
            default -> encoded;
        };
    }
}
