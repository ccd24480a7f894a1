package dev.ticketwire.osticket.markdown;

import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayDeque;
import java.util.Deque;

/** Limits that no human text reaches: with deeper nesting or more markup the parser would run out of stack or time. */
final class MarkdownLimits {
    private static final int DEEPEST = 100;
    private static final int LONGEST = 100_000;
    private static final int MOST_MARKS = 4_000;

    /** Characters that may each make the parser scan the rest of the text. */
    private static final String MARKS = "[]()<*_`!&|\n";

    private MarkdownLimits() {}

    /** Whether {@code markdown} is too long, has too many marks, or has a line that opens too many containers. */
    static boolean isExceededBy(String markdown) {
        return markdown.length() > LONGEST
                || markdown.chars().filter(c -> MARKS.indexOf(c) >= 0).count() > MOST_MARKS
                || markdown.lines().anyMatch(line -> containers(line) > DEEPEST);
    }

    /** Whether {@code document} is too deep to be rendered. Does not recurse. */
    static boolean isExceededBy(Node document) {
        record Level(Node node, int depth) {}
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level(document, 0));
        while (!open.isEmpty()) {
            Level level = open.pop();
            if (level.depth() > DEEPEST) {
                return true;
            }
            for (Node child : level.node().getChildren()) {
                open.push(new Level(child, level.depth() + 1));
            }
        }
        return false;
    }

    /** Maximum of containers (quotes, list items, indents) that the beginning of a line can open. */
    private static int containers(String line) {
        int containers = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean isIndent = c == '\t' || c == ' ' && i > 0 && line.charAt(i - 1) == ' ';
            if (isIndent || ">-+*.)".indexOf(c) >= 0) {
                containers++;
            } else if (c != ' ' && !(c >= '0' && c <= '9')) {
                return containers;
            }
        }
        return containers;
    }
}
