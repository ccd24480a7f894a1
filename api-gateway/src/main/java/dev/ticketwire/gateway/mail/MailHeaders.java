package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.ReceiveMail.Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Headers of a mail or of one of its parts. Lines that are none count as absent. */
final class MailHeaders {
    private final List<Field> fields = new ArrayList<>();

    /**
     * A header.
     *
     * @param name in lower case
     * @param value unfolded, bytes as Latin 1
     */
    private record Field(String name, StringBuilder value) {}

    /** @param block without the empty line that ends it */
    static MailHeaders parse(byte[] block) {
        MailHeaders headers = new MailHeaders();
        Field open = null;
        for (String line : new String(block, StandardCharsets.ISO_8859_1).split("\n")) {
            String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            boolean more = text.startsWith(" ") || text.startsWith("\t");
            if (!more) {
                open = field(text);
                if (open != null) {
                    headers.fields.add(open);
                }
            } else if (open != null) {
                open.value.append(' ').append(text.strip());
            }
        }
        return headers;
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
        String wanted = name.toLowerCase(Locale.ROOT);
        return fields.stream()
                .filter(field -> field.name.equals(wanted))
                .map(field -> field.value.toString())
                .toList();
    }

    /** Empty if there is none. */
    String first(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Null if there is none. */
    @Nullable
    String last(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    /** Decoded; empty if there is none. */
    String text(String name) {
        return Decoding.printable(EncodedWords.decode(eightBit(first(name))));
    }

    /** The mailboxes of all headers of this name, in order; what is none is left out. */
    List<Address> addresses(String name) {
        return all(name).stream()
                .flatMap(value -> Mailboxes.of(eightBit(value)).stream())
                .toList();
    }

    private String eightBit(String value) {
        return Decoding.eightBit(value, HeaderValue.parse(first("Content-Type")).parameter("charset"));
    }

    /** The block as text, lines ended by LF, without an empty line at its end. */
    static String asReceived(byte[] block) {
        return Decoding.text(block, StandardCharsets.UTF_8.name())
                .replace("\r\n", "\n")
                .replaceFirst("\\n+\\z", "");
    }
}
