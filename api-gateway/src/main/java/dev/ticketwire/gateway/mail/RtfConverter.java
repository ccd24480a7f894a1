package dev.ticketwire.gateway.mail;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts RTF 1.9 to plain text. {@code \*} groups are skipped; in HTML encapsulated in RTF (MS-OXRTFEX) they hold the HTML.
 */
final class RtfConverter {
    private static final Pattern WORD = Pattern.compile("\\\\([a-z]{1,32})(-?\\d{1,10})? ?");
    private static final Set<String> NOT_SHOWN =
            Set.of(("fonttbl colortbl stylesheet info pict object header headerl headerr"
                            + " headerf footer footerl footerr footerf listtable listoverridetable themedata fldinst filetbl revtbl"
                            + " rsidtbl generator xmlnstbl bkmkstart bkmkend")
                    .split(" "));

    private final String rtf;
    private final StringBuilder plain = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deque<Group> groups = new ArrayDeque<>();
    private Group group = new Group(false, 1);
    private String page = "cp1252";
    private int replaced; // characters that stand for one that was given as Unicode

    /** @param after how many characters follow one in Unicode, for programs that know none */
    private record Group(boolean hidden, int after) {}

    private RtfConverter(String rtf) {
        this.rtf = rtf;
    }

    /** @param rtf bytes as Latin 1 */
    static String plain(String rtf) {
        RtfConverter text = new RtfConverter(rtf);
        text.read();
        return text.plain.toString();
    }

    private void read() {
        Matcher word = WORD.matcher(rtf);
        for (int i = 0; i < rtf.length(); ) {
            char c = rtf.charAt(i);
            if (c == '{') {
                groups.push(group);
                replaced = 0;
                i++;
            } else if (c == '}') {
                flush();
                group = groups.isEmpty() ? group : groups.pop();
                replaced = 0;
                i++;
            } else if (c != '\\') {
                character(c);
                i++;
            } else if (word.region(i, rtf.length()).lookingAt()) {
                i = control(word.group(1), word.group(2), word.end());
            } else {
                i = symbol(i + 1);
            }
        }
        flush();
    }

    private void character(char c) {
        if (c != '\r' && c != '\n') {
            one(c);
        }
    }

    private void one(int b) {
        if (replaced > 0) {
            replaced--;
        } else if (!group.hidden) {
            bytes.write(b);
        }
    }

    /** @return where to go on */
    private int symbol(int i) {
        char c = i < rtf.length() ? rtf.charAt(i) : ' ';
        switch (c) {
            case '\'' -> {
                int high = i + 2 < rtf.length() ? Character.digit(rtf.charAt(i + 1), 16) : -1;
                int low = high < 0 ? -1 : Character.digit(rtf.charAt(i + 2), 16);
                if (low >= 0) {
                    one(high << 4 | low);
                }
                return i + 3;
            }
            case '*' -> group = new Group(true, group.after);
            case '~' -> show(" ");
            case '\\', '{', '}' -> one(c);
            case '\n', '\r' -> show("\n");
            default -> {
                // Hyphens that are not shown, and marks of indexes.
            }
        }
        return i + 1;
    }

    private int control(String name, String number, int next) {
        int value = number == null ? 0 : (int) Long.parseLong(number);
        if (name.equals("u")) {
            show(Character.toString((char) value));
            replaced = group.after;
        } else if (name.equals("uc")) {
            group = new Group(group.hidden, Math.max(0, Math.min(value, 10)));
        } else if (name.equals("bin")) {
            return (int) Math.min(rtf.length(), next + Math.max(0L, value));
        } else if (name.equals("ansicpg")) {
            page = String.valueOf(Winmail.label(value));
        } else if (NOT_SHOWN.contains(name)) {
            group = new Group(true, group.after);
        } else {
            show(shown(name));
        }
        return next;
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
            plain.append(TextDecoder.text(bytes.toByteArray(), page));
            bytes.reset();
        }
    }
}
