package dev.ticketwire.gateway.mail;

import dev.ticketwire.osticket.text.HexEscapes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Converts RTF 1.9 to plain text. {@code \*} groups are skipped; in HTML encapsulated in RTF (MS-OXRTFEX) they hold the
 * HTML.
 */
final class RtfConverter {
    private static final Pattern WORD = Pattern.compile("\\\\([a-z]{1,32})(-?\\d{1,10})? ?");
    /** Groups whose content is not text. */
    private static final Set<String> HIDDEN =
            Set.of(("fonttbl colortbl stylesheet info pict object header headerl headerr"
                            + " headerf footer footerl footerr footerf listtable listoverridetable themedata fldinst"
                            + " filetbl revtbl rsidtbl generator xmlnstbl bkmkstart bkmkend")
                    .split(" "));

    private final String rtf;
    private final StringBuilder plain = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deque<Group> groups = new ArrayDeque<>();
    private Group group = new Group(false, 1);
    private String codePage = "cp1252";
    private int fallbacks; // characters still to be skipped, since they repeat a Unicode character

    /** @param fallbacks how many characters repeat each Unicode character for programs without Unicode */
    private record Group(boolean hidden, int fallbacks) {}

    private RtfConverter(String rtf) {
        this.rtf = rtf;
    }

    /** @param rtf bytes as Latin 1 */
    static String toPlainText(String rtf) {
        RtfConverter converter = new RtfConverter(rtf);
        converter.convert();
        return converter.plain.toString();
    }

    private void convert() {
        Matcher word = WORD.matcher(rtf);
        for (int i = 0; i < rtf.length(); ) {
            char c = rtf.charAt(i);
            if (c != '\\') {
                plain(c);
                i++;
            } else if (word.region(i, rtf.length()).lookingAt()) {
                i = controlWord(word.group(1), word.group(2), word.end());
            } else {
                i = controlSymbol(i + 1);
            }
        }
        flush();
    }

    private void plain(char c) {
        switch (c) {
            case '{' -> {
                groups.push(group);
                fallbacks = 0;
            }
            case '}' -> {
                flush();
                group = groups.isEmpty() ? group : groups.pop();
                fallbacks = 0;
            }
            case '\r', '\n' -> {
                // Line breaks between control words are not part of the text.
            }
            default -> octet(c);
        }
    }

    private void octet(int octet) {
        if (fallbacks > 0) {
            fallbacks--;
        } else if (!group.hidden) {
            bytes.write(octet);
        }
    }

    /** @return index of the first character behind it */
    private int controlSymbol(int i) {
        char c = i < rtf.length() ? rtf.charAt(i) : ' ';
        switch (c) {
            case '\'' -> {
                int octet = HexEscapes.octet(rtf, i + 1);
                if (octet >= 0) {
                    octet(octet);
                }
                return i + 3;
            }
            case '*' -> group = new Group(true, group.fallbacks);
            case '~' -> show(" ");
            case '\\', '{', '}' -> octet(c);
            case '\n', '\r' -> show("\n");
            default -> {
                // Optional hyphens and index marks are not shown.
            }
        }
        return i + 1;
    }

    /** @return index of the first character behind it */
    private int controlWord(String name, @Nullable String number, int end) {
        int value = number == null ? 0 : (int) Long.parseLong(number);
        switch (name) {
            case "u" -> {
                show(Character.toString((char) value));
                fallbacks = group.fallbacks;
            }
            case "uc" -> group = new Group(group.hidden, Math.max(0, Math.min(value, 10)));
            case "ansicpg" -> codePage = String.valueOf(Winmail.charsetLabel(value));
            case "bin" -> {
                return (int) Math.min(rtf.length(), end + Math.max(0L, value));
            }
            default -> {
                if (HIDDEN.contains(name)) {
                    group = new Group(true, group.fallbacks);
                } else {
                    show(shown(name));
                }
            }
        }
        return end;
    }

    private static String shown(String name) {
        return switch (name) {
            case "par", "line", "sect", "page", "row" -> "\n";
            case "tab", "cell" -> "\t";
            case "emdash" -> "—";
            case "endash" -> "–";
            case "lquote" -> "‘";
            case "rquote" -> "’";
            case "ldblquote" -> "“";
            case "rdblquote" -> "”";
            case "bullet" -> "•";
            default -> "";
        };
    }

    private void show(String text) {
        if (!group.hidden) {
            flush();
            plain.append(text);
        }
    }

    private void flush() {
        if (bytes.size() > 0) {
            plain.append(TextDecoder.decode(bytes.toByteArray(), codePage));
            bytes.reset();
        }
    }
}
