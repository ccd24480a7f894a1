package dev.ticketwire.osticket.html;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Markup parsed like in a browser, with the nodes that are not part of the author's content. Nodes are only marked:
 * removing them from the tree would take quadratic time.
 */
final class ParsedHtml {
    private static final int DEEPEST = 200;
    private static final Set<String> IMPLIED = Set.of("tbody", "colgroup");
    private static final Set<String> REOPENED =
            Set.of("a", "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u");

    private final Element root;
    private final Set<Node> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> unwrapped = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable Element mailWrapper;

    private ParsedHtml(Element root) {
        this.root = root;
        List<Element> elements = root.select("*").asList().stream()
                .filter(element -> element != root)
                .toList();
        dropEmpty(elements);
        unwrapImplied(elements);
        unwrapMailMarkup(elements);
    }

    static ParsedHtml of(String markup) {
        Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST);
        List<Node> nodes = parser.parseFragmentInput(markup, new Element("body"), "");
        Element parent = nodes.isEmpty() ? null : nodes.getFirst().parent() instanceof Element element ? element : null;
        return new ParsedHtml(parent == null ? new Element("body").appendChildren(nodes) : parent);
    }

    Element root() {
        return root;
    }

    /** Whether a node is ignored with its content. */
    boolean isDropped(Node node) {
        return dropped.contains(node);
    }

    /** Whether only the content of the element counts. */
    boolean isUnwrapped(Element element) {
        return unwrapped.contains(element);
    }

    /** Whether it is the {@code div} in which Gmail wraps a message; following content is separate. */
    boolean isMailWrapper(Element element) {
        return element == mailWrapper;
    }

    /** Drops most kinds of empty elements, from the inside to the outside, as osTicket does. */
    private void dropEmpty(List<Element> elements) {
        for (Element element : elements.reversed()) {
            String name = element.normalName();
            if (HtmlPolicy.isRemovedWithContent(name) || !HtmlPolicy.isKeptEmpty(name) && isEmpty(element)) {
                dropped.add(element);
            }
        }
    }

    private boolean isEmpty(Element element) {
        return element.childNodes().stream()
                .noneMatch(child -> child instanceof TextNode || child instanceof Element && !dropped.contains(child));
    }

    /**
     * Unwraps elements that the parser added: a table's body, and formatting that it reopens after the end of the
     * surrounding element. Both copies of such an element have the position of its only tag.
     */
    private void unwrapImplied(List<Element> elements) {
        Set<Integer> written = new HashSet<>();
        for (Element element : elements) {
            String name = element.normalName();
            boolean implied = IMPLIED.contains(name) && element.sourceRange().isImplicit();
            boolean reopened = REOPENED.contains(name)
                    && !dropped.contains(element)
                    && !written.add(element.sourceRange().startPos());
            if (implied || reopened) {
                unwrapped.add(element);
            }
        }
    }

    /** Gmail wraps a message in a {@code div}, Outlook marks its end by an anchor. */
    private void unwrapMailMarkup(List<Element> elements) {
        for (Element element : elements) {
            String name = element.normalName();
            if (name.equals("a") && element.attr("name").equals("_MailEndCompose")) {
                unwrapped.add(element);
            } else if (mailWrapper == null
                    && name.equals("div")
                    && element.attr("dir").equals("ltr")
                    && element.attributes().size() == 1) {
                mailWrapper = element;
                unwrapped.add(element);
            }
        }
    }
}
