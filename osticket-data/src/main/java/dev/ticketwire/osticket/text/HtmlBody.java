package dev.ticketwire.osticket.text;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * HTML as osTicket 1.18 stores it in a thread entry, except that line breaks are kept. The markup is parsed as a browser
 * would, and only what is known to be harmless is written again; see {@link HtmlPolicy}. The agent panel shows the result
 * without cleaning it once more, so nothing active may pass here.
 */
public final class HtmlBody {
    private static final Set<String> IMPLIED = Set.of(
            "tbody",
            "colgroup",
            "a",
            "b",
            "big",
            "code",
            "em",
            "font",
            "i",
            "s",
            "small",
            "strike",
            "strong",
            "tt",
            "u");

    private HtmlBody() {}

    /**
     * @param html as sent. Entities of {@code < > & "} are decoded once first, as osTicket does: {@code &lt;b&gt;} is a tag
     * @return safe markup and the images that were part of it
     */
    public static CleanHtml clean(String html, BodySettings settings) {
        HtmlWriter writer = new HtmlWriter(settings.frameHosts(), true);
        writer.children(parsed(decoded(html)), false);
        return writer.written();
    }

    /** The same for markup we rendered ourselves: its entities are not decoded first, it has no frames. */
    static String cleanMarkup(String html) {
        HtmlWriter writer = new HtmlWriter(Set.of(), true);
        writer.children(parsed(html), false);
        return writer.written().html();
    }

    /** The same on one line and without frames; for names and titles. */
    static String cleanLine(String html) {
        HtmlWriter writer = new HtmlWriter(Set.of(), false);
        writer.children(parsed(decoded(html)), false);
        return writer.written().html();
    }

    /** Whether {@code clean} shows nothing: it is empty, or {@code 0}, or has only line breaks and blanks. */
    static boolean isBlank(String clean) {
        String rest = clean.replace("<br />", "").replace("&nbsp;", "").strip();
        return rest.isEmpty() || rest.equals("0");
    }

    private static String decoded(String html) {
        return MarkupCharacters.decodeOnce(withoutControls(html)).replace("<>", "");
    }

    private static Element parsed(String markup) {
        Element body = new Element("body");
        Parser parser = Parser.htmlParser().setTrackPosition(true);
        List<Node> nodes = parser.parseFragmentInput(markup, body, "");
        Element root = new Element("div");
        root.appendChildren(nodes);
        removeUnseen(root);
        unwrapImplied(root);
        unwrapMailMarkup(root);
        removeEmpty(root);
        return root;
    }

    private static String withoutControls(String html) {
        StringBuilder kept = new StringBuilder(html.length());
        html.chars()
                .filter(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r')
                .forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static void removeUnseen(Element root) {
        for (Node node : root.nodeStream().toList()) {
            boolean unseen = node instanceof Element element
                    ? HtmlPolicy.isRemovedWithContent(element.normalName())
                    : !(node instanceof TextNode);
            if (unseen && node.parent() != null) {
                node.remove();
            }
        }
    }

    /** Elements only the parser put there are no part of what was written: a table's body, formatting reopened after an end. */
    private static void unwrapImplied(Element root) {
        for (Element element : root.select("*").asList()) {
            if (element != root
                    && IMPLIED.contains(element.normalName())
                    && element.sourceRange().isImplicit()) {
                element.unwrap();
            }
        }
    }

    /** Gmail wraps a message into a division, Outlook marks its end by an anchor. */
    private static void unwrapMailMarkup(Element root) {
        root.select("a[name=_MailEndCompose]").forEach(Element::unwrap);
        Element wrapper = root.selectFirst("div[dir=ltr]");
        if (wrapper != null && wrapper.attributes().size() == 1) {
            if (wrapper.nextSibling() != null) {
                wrapper.appendText(" ");
            }
            wrapper.unwrap();
        }
    }

    private static void removeEmpty(Element root) {
        List<Element> elements = root.select("*").asList();
        for (int i = elements.size() - 1; i >= 0; i--) {
            Element element = elements.get(i);
            if (element != root && element.childNodeSize() == 0 && !HtmlPolicy.isKeptEmpty(element.normalName())) {
                element.remove();
            }
        }
    }
}
