package dev.ticketwire.gateway.mail;

import dev.ticketwire.gateway.text.ByteOrderMark;
import dev.ticketwire.gateway.text.CharsetDecoding;
import dev.ticketwire.gateway.text.Charsets;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decodes the bytes of a mail to text. Invalid bytes become replacement characters; it never fails. */
final class TextDecoder {
    private static final List<Charset> EUC_JP = Charsets.forLabel("euc-jp");
    private static final List<Charset> SHIFT_JIS = Charsets.forLabel("shift_jis");
    private static final byte ESCAPE = 0x1B;

    private TextDecoder() {}

    /**
     * Decodes in the first of these that is valid for all bytes: the charset of the label; UTF-8; for 8-bit Japanese
     * labelled as the 7-bit charset, EUC-JP or Shift_JIS. Otherwise decodes in the charset of the label, or in
     * windows-1252 if the label is missing or unknown, with replacement characters.
     *
     * @param label of the charset, null if there is none
     */
    static String decode(byte[] encoded, @Nullable String label) {
        byte[] bytes = withoutByteOrderMark(encoded);
        List<Charset> labelled = Charsets.forLabel(label);
        boolean unlabelled = labelled.isEmpty() || labelled.get(0).equals(StandardCharsets.US_ASCII);
        String text = asLabelled(bytes, labelled, unlabelled);
        if (text == null && !isEscapeCoded(bytes, labelled)) {
            text = CharsetDecoding.strictly(bytes, 0, StandardCharsets.UTF_8);
        }
        if (text == null && !unlabelled && labelled.get(0).equals(Charsets.JAPANESE_ESCAPES)) {
            text = eightBitJapanese(bytes, label);
        }
        return text != null ? text : replacing(bytes, unlabelled ? Charsets.WESTERN : labelled.get(0));
    }

    private static @Nullable String asLabelled(byte[] bytes, List<Charset> labelled, boolean unlabelled) {
        boolean mayBeJapanese = unlabelled || labelled.get(0).equals(StandardCharsets.UTF_8);
        String japanese = mayBeJapanese ? escapeCodedJapanese(bytes) : null;
        return japanese != null || unlabelled ? japanese : firstValid(bytes, labelled);
    }

    private static @Nullable String firstValid(byte[] bytes, List<Charset> charsets) {
        if (Charsets.isEscapeCoded(charsets.get(0)) && !isEscapeCoded(bytes, charsets)) {
            return null; // 8-bit text labelled as a 7-bit charset
        }
        for (Charset charset : charsets) {
            String text = CharsetDecoding.strictly(bytes, 0, charset);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /**
     * EUC-JP is tried first: text in Shift_JIS is rarely valid EUC-JP, while EUC-JP is often valid Shift_JIS. If only
     * some lines have escape sequences, each line is decoded by itself.
     */
    private static @Nullable String eightBitJapanese(byte[] bytes, @Nullable String label) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        if (latin.indexOf(ESCAPE) < 0) {
            String text = firstValid(bytes, EUC_JP);
            return text != null ? text : firstValid(bytes, SHIFT_JIS);
        }
        return latin.indexOf('\n') < 0
                ? null
                : Stream.of(latin.split("\n", -1))
                        .map(line -> decode(line.getBytes(StandardCharsets.ISO_8859_1), label))
                        .collect(Collectors.joining("\n"));
    }

    /** Old Japanese mails have no charset label, {@code us-ascii}, or a gateway's {@code utf-8}. */
    private static @Nullable String escapeCodedJapanese(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == ESCAPE && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return firstValid(bytes, Charsets.forLabel("iso-2022-jp"));
            }
        }
        return null;
    }

    /**
     * Whether the label is an escape-based charset and the bytes can be in it. UTF-8 would show the escapes as text.
     */
    private static boolean isEscapeCoded(byte[] bytes, List<Charset> charsets) {
        if (charsets.isEmpty() || !Charsets.isEscapeCoded(charsets.get(0))) {
            return false;
        }
        boolean sevenBit = true;
        for (byte b : bytes) {
            if (b == ESCAPE) {
                return true;
            }
            sevenBit &= b >= 0;
        }
        return sevenBit;
    }

    private static byte[] withoutByteOrderMark(byte[] bytes) {
        return ByteOrderMark.UTF_8.startsIn(bytes)
                ? Arrays.copyOfRange(bytes, ByteOrderMark.UTF_8.length(), bytes.length)
                : bytes;
    }

    private static String replacing(byte[] bytes, Charset charset) {
        String text = CharsetDecoding.replacing(bytes, charset);
        return text != null ? text : new String(bytes, Charsets.WESTERN);
    }

    /** The value of a header as text: 8-bit bytes and encoded words (RFC 2047) decoded, control characters removed. */
    static String decodeHeader(String raw) {
        return printable(EncodedWords.decode(decodeEightBit(raw, null)));
    }

    /**
     * Decodes a header that was read as Latin 1. Bytes outside of ASCII are UTF-8 if valid, otherwise in the charset of
     * the mail's text.
     *
     * @param charset label of that charset, null if unknown
     */
    static String decodeEightBit(String raw, @Nullable String charset) {
        if (raw.chars().anyMatch(c -> c > 0xFF) || raw.chars().allMatch(c -> c < 0x80 && c != ESCAPE)) {
            return raw;
        }
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        String text = raw.indexOf(ESCAPE) < 0 ? CharsetDecoding.strictly(bytes, 0, StandardCharsets.UTF_8) : null;
        return text != null ? text : decode(bytes, charset);
    }

    /** Without control characters and without blanks at both ends; a tab becomes a space. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t' ? ' ' : c)
                .filter(c -> !Character.isISOControl(c))
                .forEach(printable::appendCodePoint);
        return printable.toString().strip();
    }
}
