package dev.ticketwire.quickstart.infrastructure;

import dev.ticketwire.osticket.check.Sentences;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks byte by byte whether a dump is complete. The client cannot: it runs the rest at the end as a statement, and a
 * truncated list of rows often is a valid one. A dump is complete if its last statement is terminated and it restores
 * the settings that it saved in {@code @OLD_…} at its beginning, as the last lines of mariadb-dump, mysqldump and
 * phpMyAdmin do.
 */
final class DumpCompleteness {
    private static final Pattern KEPT = Pattern.compile("@OLD_(\\w+)\\s*=\\s*@@");
    private static final Pattern PUT_BACK = Pattern.compile("=\\s*@OLD_(\\w+)");
    private static final Pattern DELIMITER = Pattern.compile("^DELIMITER\\s+(\\S{1,8})", Pattern.CASE_INSENSITIVE);
    private static final byte[] COMMENT_BEGINS = {'/', '*'};
    private static final byte[] COMMENT_ENDS = {'*', '/'};
    /** Longest line of settings. */
    private static final int LONGEST = 2000;

    private enum In {
        STATEMENT,
        QUOTES,
        /** From {@code --} or a hash sign to the end of the line. */
        LINE_COMMENT,
        BLOCK_COMMENT
    }

    private final Set<String> kept = new LinkedHashSet<>();
    private final StringBuilder line = new StringBuilder();
    private byte[] delimiter = {';'};
    private In in = In.STATEMENT;
    private int quote;
    private boolean escaped;
    /** The last eight bytes. */
    private long recent;

    private long lines = 1;
    /** The line on which an unterminated statement begins; 0 if there is none. */
    private long open;
    /** Whether the last byte was the first of a line. */
    private boolean isFirst;
    /** Whether the line begins inside a text. */
    private boolean isText;

    void read(int b) {
        recent = recent << 8 | b;
        switch (in) {
            case QUOTES -> text(b);
            case BLOCK_COMMENT -> in = endsWith(COMMENT_ENDS) ? In.STATEMENT : in;
            case LINE_COMMENT -> in = b == '\n' ? In.STATEMENT : in;
            case STATEMENT -> statement(b);
        }
        if (b == '\n') {
            endOfLine();
        } else if (line.length() < LONGEST) {
            line.append((char) b);
        }
    }

    private void text(int b) {
        if (escaped) {
            escaped = false;
        } else if (b == '\\' && quote != '`') {
            escaped = true;
        } else if (b == quote) {
            in = In.STATEMENT;
        }
    }

    private void statement(int b) {
        if (endsWith(COMMENT_BEGINS)) {
            comment(In.BLOCK_COMMENT);
        } else if (b == '#') {
            in = In.LINE_COMMENT;
        } else if (b <= ' ' && (recent >> 8 & 0xffff) == ('-' << 8 | '-')) {
            comment(b == '\n' ? In.STATEMENT : In.LINE_COMMENT);
        } else if (endsWith(delimiter)) {
            open = 0;
        } else if (b > ' ') {
            isFirst = open == 0 || isFirst && b == '-';
            open = open == 0 ? lines : open;
            if (b == '\'' || b == '"' || b == '`') {
                in = In.QUOTES;
                quote = b;
            }
        }
    }

    /** Begins a comment, whose first characters were counted as a statement. */
    private void comment(In which) {
        in = which;
        open = isFirst ? 0 : open;
        isFirst = false;
    }

    private boolean endsWith(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if ((byte) (recent >> 8 * (bytes.length - 1 - i)) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private void endOfLine() {
        if (!isText) {
            settings(line.toString());
        }
        isText = in == In.QUOTES;
        line.setLength(0);
        lines++;
    }

    private void settings(String text) {
        Matcher chosen = DELIMITER.matcher(text);
        if (chosen.find()) {
            delimiter = chosen.group(1).getBytes(StandardCharsets.ISO_8859_1);
            open = 0;
        }
        if (text.startsWith("/*") || text.regionMatches(true, 0, "SET ", 0, 4)) {
            KEPT.matcher(text).results().forEach(found -> kept.add(found.group(1)));
            PUT_BACK.matcher(text).results().forEach(found -> kept.remove(found.group(1)));
        }
    }

    /** @return why the dump is incomplete, null if it is complete */
    @Nullable
    String missing() {
        if (in == In.QUOTES || in == In.BLOCK_COMMENT || open > 0) {
            return Sentences.statementWithoutEnd(open == 0 ? lines : open);
        }
        settings(line.toString());
        return kept.isEmpty() ? null : Sentences.settingsNotRestored(kept);
    }
}
