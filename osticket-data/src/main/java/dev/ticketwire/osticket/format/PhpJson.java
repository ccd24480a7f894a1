package dev.ticketwire.osticket.format;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as osTicket stores it in {@code thread_event.data}, {@code thread_entry.recipients} and answers: compact,
 * in ASCII, with every other character as {@code \}{@code uXXXX} and {@code /} as {@code \/}.
 */
public final class PhpJson {
    /** The last character of ASCII, which PHP does not escape. */
    private static final char DELETE = 127;

    private PhpJson() {}

    /**
     * @param value String, Boolean, Number, {@code Map<String, ?>} (members in its order), List or null
     * @throws IllegalArgumentException for anything else
     */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        append(value, out);
        return out.toString();
    }

    private static void append(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case String text -> appendText(text, out);
            case Boolean flag -> out.append(flag);
            case Number number -> out.append(number);
            case Map<?, ?> members -> appendMembers(members, out);
            case List<?> items -> appendItems(items, out);
            default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }

    private static void appendMembers(Map<?, ?> members, StringBuilder out) {
        char separator = '{';
        for (Map.Entry<?, ?> member : members.entrySet()) {
            out.append(separator);
            appendText(String.valueOf(member.getKey()), out);
            out.append(':');
            append(member.getValue(), out);
            separator = ',';
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private static void appendItems(List<?> items, StringBuilder out) {
        char separator = '[';
        for (Object item : items) {
            out.append(separator);
            append(item, out);
            separator = ',';
        }
        out.append(items.isEmpty() ? "[]" : "]");
    }

    private static void appendText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            appendCharacter(text.charAt(i), out);
        }
        out.append('"');
    }

    private static void appendCharacter(char c, StringBuilder out) {
        switch (c) {
            case '"', '\\', '/' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append(c < ' ' || c > DELETE ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
    }
}
