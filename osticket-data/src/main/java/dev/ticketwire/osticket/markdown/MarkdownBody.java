package dev.ticketwire.osticket.markdown;

import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import dev.ticketwire.osticket.html.HtmlBody;
import dev.ticketwire.osticket.text.HtmlEntities;
import dev.ticketwire.osticket.text.SearchText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Markdown, which is stored unchanged and rendered to be read. Raw HTML in it is text; the result passes {@link HtmlBody}, so
 * links and images keep to its schemes. Text that is nested deeper, or has more markup, than anybody writes is shown as it is:
 * the parser would run out of stack, or of time.
 */
public final class MarkdownBody {
    private static final int DEEPEST = 100;
    private static final int LONGEST = 100_000;
    private static final int MOST_MARKS = 4_000;
    private static final MutableDataSet OPTIONS = new MutableDataSet()
            .set(Parser.EXTENSIONS, List.of(TablesExtension.create()))
            .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
            .set(HtmlRenderer.ESCAPE_HTML, true)
            .toMutable();
    private static final Parser PARSER = Parser.builder(OPTIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder(OPTIONS).build();

    private MarkdownBody() {}

    /** Safe HTML; line breaks outside code are only white space. */
    public static String toHtml(String markdown) {
        if (markdown.length() > LONGEST || marks(markdown) > MOST_MARKS || deepestLine(markdown) > DEEPEST) {
            return asWritten(markdown);
        }
        try {
            Node document = PARSER.parse(markdown);
            return isDeep(document) ? asWritten(markdown) : HtmlBody.cleanMarkup(RENDERER.render(document));
        } catch (StackOverflowError e) { // the parser recurses over tables in its own way
            return asWritten(markdown);
        }
    }

    /** The words of it, on one line. */
    public static String toText(String markdown) {
        return SearchText.ofHtml(toHtml(markdown));
    }

    private static String asWritten(String markdown) {
        return "<pre>" + HtmlEntities.escapeText(markdown) + "</pre>";
    }

    /** Each may make the parser look through all the rest. */
    private static long marks(String markdown) {
        return markdown.chars().filter(c -> "[]()<*_`!&|\n".indexOf(c) >= 0).count();
    }

    /** How many containers the beginning of a line can open at most: quotes, list items, indents. */
    private static int deepestLine(String markdown) {
        int deepest = 0;
        int depth = 0;
        boolean inPrefix = true;
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            if (c == '\n' || c == '\r') {
                inPrefix = true;
                depth = 0;
            } else if (inPrefix && c == '\t' || inPrefix && c == ' ' && i > 0 && markdown.charAt(i - 1) == ' ') {
                depth++;
            } else if (inPrefix && ">-+*".indexOf(c) >= 0 || inPrefix && (c == '.' || c == ')')) {
                depth++;
            } else if (c != ' ' && !(c >= '0' && c <= '9')) {
                inPrefix = false;
            }
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    /** Without recursion: rendering recurses, and would run out of stack. */
    private static boolean isDeep(Node document) {
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
}
