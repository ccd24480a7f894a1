package dev.ticketwire.osticket.html;

import dev.ticketwire.osticket.text.HtmlEntities;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Writes the part of a parsed document that {@link HtmlPolicy} allows; everything unknown is left out.
 *
 * <p>Own code, because the bytes must be those recorded from osTicket: jsoup writes other white space, entities and
 * empty elements.
 */
final class HtmlWriter {
    private final StringBuilder out = new StringBuilder();
    private final ParsedHtml markup;
    private final Set<String> frameHosts;
    private final boolean lineBreaks;
    private final HtmlImages images;

    private HtmlWriter(ParsedHtml markup, Set<String> frameHosts, boolean lineBreaks, Pictures pictures) {
        this.markup = markup;
        this.frameHosts = frameHosts;
        this.lineBreaks = lineBreaks;
        this.images = new HtmlImages(pictures);
    }

    /**
     * @param lineBreaks whether line breaks are kept outside {@code pre}; if not, they become blanks
     * @param pictures sent with the markup
     */
    static CleanHtml write(ParsedHtml markup, Set<String> frameHosts, boolean lineBreaks, Pictures pictures) {
        HtmlWriter writer = new HtmlWriter(markup, frameHosts, lineBreaks, pictures);
        writer.children(markup.root(), false);
        return new CleanHtml(writer.out.toString(), writer.images.inline(), writer.images.shown());
    }

    private void children(Element parent, boolean preformatted) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                text(text.getWholeText(), preformatted);
            } else if (child instanceof Element element && !markup.isDropped(element)) {
                element(element, preformatted);
            }
        }
        if (parent.nextSibling() != null && markup.isMailWrapper(parent)) {
            blank(' ');
        }
    }

    private void element(Element element, boolean preformatted) {
        String name = element.normalName();
        if (!Parser.NamespaceHtml.equals(element.tag().namespace()) || markup.isUnwrapped(element)) {
            children(element, preformatted);
        } else if (name.equals("iframe")) {
            frame(element);
        } else if (name.equals("img")) {
            image(element);
        } else if (!HtmlPolicy.isElement(name)) {
            children(element, preformatted);
        } else {
            allowed(element, name, preformatted);
        }
    }

    private void allowed(Element element, String name, boolean preformatted) {
        String written = LegacyMarkup.element(name);
        start(name, written, HtmlAttributes.kept(element));
        if (!HtmlPolicy.isVoid(name)) {
            children(element, preformatted || name.equals("pre") || name.equals("textarea"));
            out.append("</").append(written).append('>');
        }
    }

    /** A forbidden frame leaves its end tag: osTicket 1.18 stores that, and browsers ignore it. */
    private void frame(Element element) {
        if (HtmlAddress.isFrameOf(element.attr("src"), frameHosts)) {
            start("iframe", "iframe", HtmlAttributes.kept(element));
        }
        out.append("</iframe>");
    }

    private void image(Element element) {
        String source = images.source(element.attr("src").strip());
        if (source == null) {
            return;
        }
        Map<String, String> attributes = HtmlAttributes.kept(element);
        if (!source.isEmpty()) {
            attributes.put("src", source);
        }
        attributes.putIfAbsent("alt", "image");
        start("img", "img", attributes);
    }

    private void start(String element, String written, Map<String, String> attributes) {
        out.append('<').append(written);
        attributes.forEach((name, value) -> {
            out.append(' ').append(name).append("=\"");
            HtmlEntities.appendAttribute(value, out);
            out.append('"');
        });
        out.append(HtmlPolicy.isVoid(element) ? " />" : ">");
    }

    private void text(String text, boolean preformatted) {
        String unified = text.replace("\r\n", "\n").replace('\r', '\n');
        if (preformatted) {
            HtmlEntities.appendText(unified, out);
            return;
        }
        for (int i = 0; i < unified.length(); ) {
            int end = i;
            while (end < unified.length() && !isBlank(unified.charAt(end))) {
                end++;
            }
            HtmlEntities.appendText(unified.subSequence(i, end), out);
            for (; end < unified.length() && isBlank(unified.charAt(end)); end++) {
                blank(unified.charAt(end));
            }
            i = end;
        }
    }

    /** Writes a run of blanks as one blank, or as its line breaks. */
    private void blank(char c) {
        char last = out.isEmpty() ? '>' : out.charAt(out.length() - 1);
        if (c == '\n' && lineBreaks) {
            if (last == ' ') {
                out.setLength(out.length() - 1);
            }
            out.append('\n');
        } else if (last != ' ' && last != '\n') {
            out.append(' ');
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f';
    }
}
