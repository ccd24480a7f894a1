package dev.ticketwire.osticket.markdown;

import com.vladsch.flexmark.util.ast.Node;
import dev.ticketwire.osticket.html.HtmlBody;
import dev.ticketwire.osticket.text.HtmlEntities;
import dev.ticketwire.osticket.text.SearchText;

/**
 * Markdown, which is stored unchanged and rendered when it is read. Raw HTML in it is text; the result is cleaned by
 * {@link HtmlBody}, so links and images have allowed schemes only. A text that exceeds {@link MarkdownLimits} is shown
 * as written.
 */
public final class MarkdownBody {
    private MarkdownBody() {}

    /** Safe HTML; line breaks outside code are only white space. */
    public static String toHtml(String markdown) {
        if (MarkdownLimits.isExceededBy(markdown)) {
            return asWritten(markdown);
        }
        try {
            Node document = MarkdownRenderer.parse(markdown);
            return MarkdownLimits.isExceededBy(document)
                    ? asWritten(markdown)
                    : HtmlBody.cleanMarkup(MarkdownRenderer.render(document));
        } catch (StackOverflowError e) { // the parser recurses for tables
            return asWritten(markdown);
        }
    }

    /** The words of it, on one line. */
    public static String toText(String markdown) {
        return SearchText.ofHtml(toHtml(markdown));
    }

    private static String asWritten(String markdown) {
        StringBuilder out = new StringBuilder("<pre>");
        HtmlEntities.appendText(markdown, out);
        return out.append("</pre>").toString();
    }
}
