package dev.ticketwire.gateway.mail;

import dev.ticketwire.gateway.text.Charsets;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decodes bytes to text. Never fails: bytes that are invalid in the charset become replacement characters. */
final class TextDecoder {
    private static final List<Charset> EUC_JP = Charsets.of("euc-jp");
    private static final List<Charset> SHIFT_JIS = Charsets.of("shift_jis");
    private static final byte ESCAPE = 0x1B;
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private TextDecoder() {}

    /**
     * Decodes in the charset of {@code label} if it is known and all bytes are valid in it; else in UTF-8 if they are valid in
     * that; else, 8-bit Japanese under the label of the 7-bit charset, in EUC-JP or Shift_JIS; else in the charset of the label
     * with replacement characters, or in windows-1252 if there is no known label.
     */
    static String text(byte[] sent, @Nullable String label) {
        byte[] bytes = withoutMark(sent);
        List<Charset> said = Charsets.of(label);
        boolean none = said.isEmpty() || said.get(0).equals(StandardCharsets.US_ASCII);
        boolean ascii = none || said.get(0).equals(StandardCharsets.UTF_8);
        String text = ascii ? japanese(bytes) : null;
        if (text == null && !none) {
            text = firstThatFits(bytes, said);
        }
        if (text == null && !isEscaped(bytes, said)) {
            text = strictly(bytes, StandardCharsets.UTF_8);
        }
        if (text == null && !none && said.get(0).equals(Charsets.JAPANESE_ESCAPES)) {
            text = eightBitJapanese(bytes, label);
        }
        return text != null ? text : replacing(bytes, none ? Charsets.WESTERN : said.get(0));
    }

    private static @Nullable String firstThatFits(byte[] bytes, List<Charset> said) {
        if (Charsets.isEscapeCoded(said.get(0)) && !isEscaped(bytes, said)) {
            return null; // 8-bit text under a 7-bit name
        }
        for (Charset charset : said) {
            String text = strictly(bytes, charset);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /**
     * Text in Shift_JIS hardly ever passes for EUC-JP, but the other way round it does. Where some lines are in escapes and
     * others are not, each is read for itself.
     */
    private static @Nullable String eightBitJapanese(byte[] bytes, @Nullable String label) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        if (latin.indexOf(ESCAPE) < 0) {
            String text = firstThatFits(bytes, EUC_JP);
            return text != null ? text : firstThatFits(bytes, SHIFT_JIS);
        }
        return latin.indexOf('\n') < 0
                ? null
                : Stream.of(latin.split("\n", -1))
                        .map(line -> text(line.getBytes(StandardCharsets.ISO_8859_1), label))
                        .collect(Collectors.joining("\n"));
    }

    /** Old Japanese mails have no charset label, {@code us-ascii}, or a gateway's {@code utf-8}. */
    private static @Nullable String japanese(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == ESCAPE && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return firstThatFits(bytes, Charsets.of("iso-2022-jp"));
            }
        }
        return null;
    }

    /** Whether the label is an escape-based charset and the bytes can be in it. As UTF-8 the escapes would be in the text. */
    private static boolean isEscaped(byte[] bytes, List<Charset> said) {
        if (said.isEmpty() || !Charsets.isEscapeCoded(said.get(0))) {
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

    private static byte[] withoutMark(byte[] bytes) {
        return bytes.length >= 3 && Arrays.equals(bytes, 0, 3, UTF_8_MARK, 0, 3)
                ? Arrays.copyOfRange(bytes, 3, bytes.length)
                : bytes;
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        return decoded(bytes, charset, CodingErrorAction.REPORT);
    }

    private static String replacing(byte[] bytes, Charset charset) {
        String text = decoded(bytes, charset, CodingErrorAction.REPLACE);
        return text != null ? text : new String(bytes, Charsets.WESTERN);
    }

    /** Null if it cannot be; the decoder for UTF-7 says so even where it may replace. */
    private static @Nullable String decoded(byte[] bytes, Charset charset, CodingErrorAction action) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(action)
                    .onUnmappableCharacter(action)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** A header's value as text: 8-bit characters read, RFC 2047 words decoded, without control characters. */
    static String header(String raw) {
        return printable(EncodedWords.decode(eightBit(raw, null)));
    }

    /**
     * Decodes a header that was read as Latin 1. Bytes that are not ASCII are UTF-8 if valid, else in the charset of the mail.
     *
     * @param charset of the text, null if unknown
     */
    static String eightBit(String raw, @Nullable String charset) {
        if (raw.chars().anyMatch(c -> c > 0xFF) || raw.chars().allMatch(c -> c < 0x80 && c != ESCAPE)) {
            return raw;
        }
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        String text = raw.indexOf(ESCAPE) < 0 ? strictly(bytes, StandardCharsets.UTF_8) : null;
        return text != null ? text : text(bytes, charset);
    }

    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t' ? ' ' : c)
                .filter(c -> !Character.isISOControl(c))
                .forEach(printable::appendCodePoint);
        return printable.toString().strip();
    }
}
