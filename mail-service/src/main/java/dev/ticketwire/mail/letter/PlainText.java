package dev.ticketwire.mail.letter;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The words of HTML as lines of text: no marks for emphasis, lists or quotations, of links their text only. Lines end
 * with {@code \n}.
 */
final class PlainText implements NodeVisitor {
    private static final Set<String> UNSEEN = Set.of("script", "style", "title", "head", "template");
    private static final Set<String> PARAGRAPHS = Set.of(
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre", "hr", "figure");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> LINES = Set.of(
            "div",
            "li",
            "tr",
            "dt",
            "dd",
            "address",
            "article",
            "aside",
            "caption",
            "center",
            "details",
            "fieldset",
            "figcaption",
            "footer",
            "form",
            "header",
            "legend",
            "main",
            "nav",
            "section",
            "summary",
            "option");

    private final StringBuilder out = new StringBuilder();
    private int unseen;
    private int preserved;
    /** Line ends to be written before the next word. */
    private int breaks;

    private boolean isBlankDue;

    private PlainText() {}

    static String of(Document html) {
        PlainText text = new PlainText();
        html.traverse(text);
        return text.out.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            if (unseen == 0) {
                append(words.getWholeText());
            }
        } else if (node instanceof Element element) {
            String tag = element.normalName();
            unseen += UNSEEN.contains(tag) ? 1 : 0;
            preserved += tag.equals("pre") ? 1 : 0;
            edge(tag);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            String tag = element.normalName();
            unseen -= UNSEEN.contains(tag) ? 1 : 0;
            preserved -= tag.equals("pre") ? 1 : 0;
            if (!tag.equals("br")) {
                edge(tag);
            }
        }
    }

    private void edge(String tag) {
        if (tag.equals("br")) {
            breaks++;
        } else if (PARAGRAPHS.contains(tag)) {
            breaks = Math.max(breaks, 2);
        } else if (LINES.contains(tag)) {
            breaks = Math.max(breaks, 1);
        } else if (CELLS.contains(tag)) {
            isBlankDue = true;
        }
    }

    private void append(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (preserved > 0 && c == '\n') {
                breaks++;
            } else if (isBlank(c) && (preserved == 0 || breaks == 0 && out.isEmpty())) {
                isBlankDue = true;
            } else if (c != '\r') {
                write(c);
            }
        }
    }

    private void write(char c) {
        if (!out.isEmpty()) {
            if (breaks > 0) {
                out.append("\n".repeat(Math.min(breaks, 2)));
            } else if (isBlankDue) {
                out.append(' ');
            }
        }
        breaks = 0;
        isBlankDue = false;
        out.append(c == '\u00a0' ? ' ' : c);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
