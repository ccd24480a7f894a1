package dev.ticketwire.binlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a statement, one after another, without comments. Comments that MariaDB executes are words. */
final class SqlWords {
    private static final Pattern WORD = Pattern.compile(
            "(?<comment>/\\*(?![M!]).*?\\*/|--(?=\\s|$)[^\\n]*|#[^\\n]*)"
                    + "|(?<executed>/\\*M?!\\d*|\\*/)"
                    + "|`(?<quoted>(?:[^`]|``)*)`"
                    + "|(?<text>'(?:[^'\\\\]|\\\\.|'')*'|\"(?:[^\"\\\\]|\\\\.|\"\")*\")"
                    + "|(?<word>[\\p{L}\\p{N}_$]+)"
                    + "|(?<sign>\\S)",
            Pattern.DOTALL);

    private final List<String> words = new ArrayList<>();
    private int at;

    SqlWords(String sql) {
        Matcher next = WORD.matcher(sql);
        while (next.find()) {
            if (next.group("quoted") != null) {
                words.add("`" + next.group("quoted").replace("``", "`"));
            } else if (next.group("word") != null || next.group("sign") != null) {
                words.add(next.group());
            } else if (next.group("text") != null) {
                words.add("'");
            }
        }
    }

    boolean isAtEnd() {
        return at >= words.size();
    }

    /** Goes on by one. */
    void skip() {
        at++;
    }

    /** Whether the next words are these, of capital letters; goes on behind them if they are. */
    boolean take(String... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (at + i >= words.size() || !words.get(at + i).equalsIgnoreCase(expected[i])) {
                return false;
            }
        }
        at += expected.length;
        return true;
    }

    /** The next word in capital letters; empty at the end. */
    String next() {
        return isAtEnd() ? "" : words.get(at++).toUpperCase(Locale.ROOT);
    }

    /** The next name, without its quotes; empty at the end. */
    String name() {
        String word = isAtEnd() ? "" : words.get(at++);
        return word.startsWith("`") ? word.substring(1) : word;
    }

    /** The next word in capital letters, which remains the next; empty at the end. */
    String peek() {
        return isAtEnd() ? "" : words.get(at).toUpperCase(Locale.ROOT);
    }

    /** As {@link #name}, but it remains the next word. */
    String peekName() {
        String name = name();
        at--;
        return name;
    }

    /**
     * Goes on to the next comma outside of brackets, or the end.
     *
     * @return {@code FIRST} if it ends so, the name if it ends in {@code AFTER} and a name, else empty
     */
    String skipToComma() {
        String place = "";
        for (int depth = 0; !isAtEnd() && (depth > 0 || !"),".contains(words.get(at))); ) {
            if (depth == 0 && take("FIRST")) {
                place = "FIRST";
            } else if (depth == 0 && take("AFTER")) {
                place = name();
            } else {
                String word = next();
                depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
            }
        }
        return place;
    }

    /** Whether any word is this name. */
    boolean name(String name) {
        return words.stream().anyMatch(word -> word.equalsIgnoreCase(name) || word.equalsIgnoreCase("`" + name));
    }
}
