package dev.ticketwire.osticket.html;

import dev.ticketwire.osticket.format.FileKey;
import dev.ticketwire.osticket.text.DataUri;
import dev.ticketwire.osticket.text.HtmlEntities;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Writes the part of a parsed document that {@link HtmlPolicy} allows. Nothing is copied: what it does not know it
 * leaves out.
 */
final class HtmlWriter {
    private static final Set<String> PICTURES = Set.of("gif", "png", "jpg", "jpeg");
    private static final String CID = "cid:";
    /** What a stored file may be called by; osTicket makes 32 characters. */
    private static final Pattern FILE_KEY = Pattern.compile("[A-Za-z0-9_.-]{32,86}");

    /** As many files of the help desk are looked for as a request may bring. */
    private static final int MOST_STORED = 100;

    private static final Pattern OWN_KEY = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final StringBuilder out = new StringBuilder();
    private final Map<String, InlineImage> images = new LinkedHashMap<>();
    private final Set<String> shown = new LinkedHashSet<>();
    private final ParsedHtml markup;
    private final Set<String> frameHosts;
    private final boolean lineBreaks;
    private final Pictures pictures;

    private HtmlWriter(ParsedHtml markup, Set<String> frameHosts, boolean lineBreaks, Pictures pictures) {
        this.markup = markup;
        this.frameHosts = frameHosts;
        this.lineBreaks = lineBreaks;
        this.pictures = pictures;
    }

    /**
     * @param lineBreaks whether they are kept outside {@code pre}; if not, they are blanks
     * @param pictures that came with the markup
     */
    static CleanHtml write(ParsedHtml markup, Set<String> frameHosts, boolean lineBreaks, Pictures pictures) {
        HtmlWriter writer = new HtmlWriter(markup, frameHosts, lineBreaks, pictures);
        writer.children(markup.root(), false);
        return new CleanHtml(writer.out.toString(), List.copyOf(writer.images.values()), writer.shown);
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
            String written = LegacyMarkup.element(name);
            start(name, written, attributes(element));
            if (!HtmlPolicy.isVoid(name)) {
                children(element, preformatted || name.equals("pre") || name.equals("textarea"));
                out.append("</").append(written).append('>');
            }
        }
    }

    /** A frame of a foreign page leaves its end tag behind: osTicket 1.18 stores that, and browsers ignore it. */
    private void frame(Element element) {
        if (HtmlAddress.isFrameOf(element.attr("src"), frameHosts)) {
            start("iframe", "iframe", attributes(element));
        }
        out.append("</iframe>");
    }

    private void image(Element element) {
        Map<String, String> attributes = attributes(element);
        String source = element.attr("src").strip();
        String scheme = HtmlAddress.scheme(source);
        if (scheme.equals("data")) {
            InlineImage image = taken(source);
            if (image == null) {
                return;
            }
            attributes.put("src", CID + image.file().key());
        } else {
            String own = pictures.keyOf(source);
            String key = own == null ? storedKey(source, scheme) : own;
            if (!key.isEmpty()) {
                if (own != null || shown.size() < MOST_STORED) {
                    shown.add(key);
                }
                attributes.put("src", CID + key);
            } else if (!scheme.equals("cid") && !PICTURES.contains(extension(source))) {
                return;
            }
        }
        attributes.putIfAbsent("alt", "image");
        start("img", "img", attributes);
    }

    /** Of what may be a file of the help desk that an {@code img} shows; empty if it is none. */
    private static String storedKey(String source, String scheme) {
        if (!scheme.equals("cid")) {
            return ownFileKey(source);
        }
        String key = source.substring(source.indexOf(':') + 1).strip();
        return FILE_KEY.matcher(key).matches() ? key : "";
    }

    /** A picture that is shown several times is one file. Null if it is none that may be shown. */
    private @Nullable InlineImage taken(String source) {
        DataUri uri = DataUri.parse(source)
                .filter(data -> data.type().startsWith("image/") && !data.type().contains("svg"))
                .orElse(null);
        byte[] bytes = uri == null ? null : uri.bytes().orElse(null);
        if (uri == null || bytes == null || bytes.length == 0) {
            return null;
        }
        FileKey file = FileKey.of(bytes);
        return images.computeIfAbsent(
                uri.type() + ' ' + file.signature(),
                same -> new InlineImage(
                        file, "image" + randomWord() + "." + uri.type().substring(6), uri.type(), bytes));
    }

    private static String randomWord() {
        return RANDOM.ints(4, 0, 36).mapToObj(n -> Integer.toString(n, 36)).collect(Collectors.joining());
    }

    /** The key in the address of a file of this help desk, {@code …/file.php?key=…}; empty for any other address. */
    private static String ownFileKey(String source) {
        int query = source.indexOf('?');
        if (query < 0 || !source.substring(0, query).endsWith("file.php")) {
            return "";
        }
        return Arrays.stream(source.substring(query + 1).split("&"))
                .filter(parameter -> parameter.startsWith("key="))
                .map(parameter -> parameter.substring(4))
                .filter(key -> OWN_KEY.matcher(key).matches())
                .findFirst()
                .orElse("");
    }

    private static String extension(String source) {
        String path = source.split("[?#]", 2)[0];
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> attributes(Element element) {
        String name = element.normalName();
        Map<String, String> kept = new LinkedHashMap<>();
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (HtmlPolicy.isAttribute(name, key)) {
                kept.put(key, HtmlPolicy.isFlag(key) ? key : attribute.getValue());
            }
        }
        String styles = LegacyMarkup.styles(name, kept);
        if (!styles.isEmpty()) {
            kept.merge("style", styles, (own, more) -> own + ";" + more);
        }
        kept.computeIfPresent("style", (key, style) -> nullIfEmpty(StyleText.clean(style)));
        kept.computeIfPresent("class", (key, names) -> nullIfEmpty(wordClasses(names)));
        kept.replaceAll((key, value) -> HtmlAddress.isIn(key) ? HtmlAddress.allowed(key, value) : value);
        return kept;
    }

    private static String wordClasses(String names) {
        return Arrays.stream(names.split("\\s+"))
                .filter(name -> name.startsWith("Mso"))
                .collect(Collectors.joining(" "));
    }

    @SuppressWarnings("NullAway") // computeIfPresent removes what becomes null
    private static String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
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

    /** A run of blanks is one blank, or the line breaks in it. */
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
