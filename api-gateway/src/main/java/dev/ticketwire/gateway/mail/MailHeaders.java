package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.ReceiveMail.Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headers of a mail or of one of its parts. Lines that are not headers are ignored. */
final class MailHeaders {
    /** In order, by names in lower case; unfolded, bytes as Latin 1. */
    private final Map<String, List<String>> values = new HashMap<>();

    private @Nullable String charset;

    /** @param name in lower case */
    private record Field(String name, StringBuilder value) {}

    /** @param block without the empty line that ends it */
    static MailHeaders parse(ByteSlice block) {
        MailHeaders headers = new MailHeaders();
        Field open = null;
        for (String line : block.latin1().split("\n")) {
            String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (!text.startsWith(" ") && !text.startsWith("\t")) {
                headers.add(open);
                open = field(text);
            } else if (open != null) {
                open.value.append(' ').append(text.strip());
            }
        }
        headers.add(open);
        return headers;
    }

    private void add(@Nullable Field field) {
        if (field != null) {
            values.computeIfAbsent(field.name, name -> new ArrayList<>(1)).add(field.value.toString());
        }
    }

    /** Whether a line is a header by its form. */
    static boolean isHeader(String line) {
        return field(line) != null;
    }

    private static @Nullable Field field(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).stripTrailing();
        boolean valid = !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 127);
        return valid
                ? new Field(
                        name.toLowerCase(Locale.ROOT),
                        new StringBuilder(line.substring(colon + 1).strip()))
                : null;
    }

    /** In order. */
    List<String> all(String name) {
        return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** Empty if there is none. */
    String first(String name) {
        List<String> found = all(name);
        return found.isEmpty() ? "" : found.get(0);
    }

    /** Null if there is none. */
    @Nullable
    String last(String name) {
        List<String> found = all(name);
        return found.isEmpty() ? null : found.get(found.size() - 1);
    }

    /** The label in {@code Content-Type}; empty if there is none. */
    String charset() {
        if (charset == null) {
            charset = HeaderValue.parse(first("Content-Type")).parameter("charset");
        }
        return charset;
    }

    /** Decoded; empty if there is none. */
    String text(String name) {
        return TextDecoder.printable(EncodedWords.decode(decodeEightBit(first(name))));
    }

    /** The mailboxes of all headers of this name, in order. */
    List<Address> addresses(String name) {
        return all(name).stream()
                .flatMap(value -> AddressListParser.parse(decodeEightBit(value)).stream())
                .toList();
    }

    private String decodeEightBit(String value) {
        return TextDecoder.decodeEightBit(value, charset());
    }

    /** The block as text, lines ended by LF, without an empty line at its end. */
    static String asReceived(ByteSlice block) {
        return TextDecoder.decode(block.copied(), StandardCharsets.UTF_8.name())
                .replace("\r\n", "\n")
                .replaceFirst("\\n+\\z", "");
    }
}
