package dev.ticketwire.osticket.markdown;

import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;

/** CommonMark with tables; raw HTML is escaped. Rendering recurses as deep as the document. */
final class MarkdownRenderer {
    private static final DataHolder OPTIONS = new MutableDataSet()
            .set(Parser.EXTENSIONS, List.of(TablesExtension.create()))
            .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
            .set(HtmlRenderer.ESCAPE_HTML, true)
            .toImmutable();
    private static final Parser PARSER = Parser.builder(OPTIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder(OPTIONS).build();

    private MarkdownRenderer() {}

    static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /** HTML that is not yet safe: links may have any scheme. */
    static String render(Node document) {
        return RENDERER.render(document);
    }
}
