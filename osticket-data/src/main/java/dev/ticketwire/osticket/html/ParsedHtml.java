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
 * Markup as a browser reads it, and what of the tree is no part of what its author wrote. Nothing is taken out of the
 * tree: that would take time that grows with the square of its size.
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

    /** Not seen at all, with everything in it. */
    boolean isDropped(Node node) {
        return dropped.contains(node);
    }

    /** Only what is in it counts. */
    boolean isUnwrapped(Element element) {
        return unwrapped.contains(element);
    }

    /** The division Gmail puts a message into; what follows it is apart from it. */
    boolean isMailWrapper(Element element) {
        return element == mailWrapper;
    }

    /** osTicket drops elements without content, most kinds of them, from the inside to the outside. */
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
     * Elements only the parser put there: a table's body, and formatting it opens again after the end of what surrounds
     * it. Both copies of such an element start where its only tag does.
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

    /** Gmail wraps a message into a division, Outlook marks its end by an anchor. */
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
