package dev.ticketwire.osticket.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * What of HTML osTicket 1.18 keeps: the elements of HTML 5 and those it gave up, without everything active. An element that
 * is not listed goes, its content stays; an attribute that is not listed goes.
 */
final class HtmlPolicy {
    private static final Set<String> ELEMENTS = Set.of(
            "a",
            "abbr",
            "acronym",
            "address",
            "area",
            "article",
            "aside",
            "b",
            "bdi",
            "bdo",
            "big",
            "blockquote",
            "br",
            "caption",
            "center",
            "cite",
            "code",
            "col",
            "colgroup",
            "data",
            "datalist",
            "dd",
            "del",
            "details",
            "dfn",
            "dir",
            "div",
            "dl",
            "dt",
            "em",
            "fieldset",
            "figcaption",
            "figure",
            "font",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "i",
            "img",
            "ins",
            "kbd",
            "label",
            "legend",
            "li",
            "main",
            "map",
            "mark",
            "menu",
            "meter",
            "nav",
            "ol",
            "optgroup",
            "option",
            "output",
            "p",
            "pre",
            "progress",
            "q",
            "rb",
            "rbc",
            "rp",
            "rt",
            "rtc",
            "ruby",
            "s",
            "samp",
            "section",
            "select",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "summary",
            "sup",
            "table",
            "tbody",
            "td",
            "textarea",
            "tfoot",
            "th",
            "thead",
            "time",
            "tr",
            "tt",
            "u",
            "ul",
            "var",
            "wbr");

    private static final Set<String> VOID_ELEMENTS = Set.of("area", "br", "col", "hr", "img", "wbr");

    /** Their text is no content: it goes with them. */
    private static final Set<String> REMOVED = Set.of("head", "script", "style", "title");

    private static final Set<String> EMPTY_KEPT =
            Set.of("area", "br", "col", "embed", "iframe", "hr", "img", "input", "isindex", "param", "div");

    private static final Set<String> ATTRIBUTES = Set.of(
            "abbr",
            "align",
            "alt",
            "axis",
            "bgcolor",
            "border",
            "bordercolor",
            "cellpadding",
            "cellspacing",
            "char",
            "charoff",
            "charset",
            "cite",
            "class",
            "clear",
            "color",
            "cols",
            "colspan",
            "compact",
            "coords",
            "datetime",
            "dir",
            "disabled",
            "face",
            "frame",
            "headers",
            "height",
            "high",
            "href",
            "hreflang",
            "hspace",
            "label",
            "lang",
            "longdesc",
            "low",
            "max",
            "min",
            "multiple",
            "noshade",
            "nowrap",
            "open",
            "optimum",
            "readonly",
            "rel",
            "rev",
            "reversed",
            "rows",
            "rowspan",
            "rules",
            "scope",
            "selected",
            "shape",
            "size",
            "span",
            "src",
            "start",
            "style",
            "summary",
            "tabindex",
            "target",
            "title",
            "type",
            "usemap",
            "valign",
            "value",
            "vspace",
            "width",
            "wrap");

    private static final Set<String> FRAME_ATTRIBUTES =
            Set.of("height", "width", "type", "style", "src", "frameborder", "allowfullscreen");

    private static final Set<String> FLAGS =
            Set.of("allowfullscreen", "disabled", "multiple", "open", "readonly", "reversed", "selected");

    private static final Set<String> LINK_SCHEMES = Set.of(
            "aim", "feed", "file", "ftp", "gopher", "http", "https", "irc", "mailto", "news", "nntp", "sftp", "ssh",
            "telnet", "tel");
    private static final Set<String> SOURCE_SCHEMES = Set.of("cid", "http", "https", "data");
    private static final Set<String> OTHER_SCHEMES = Set.of("file", "http", "https");

    private HtmlPolicy() {}

    static boolean isElement(String name) {
        return ELEMENTS.contains(name);
    }

    static boolean isVoid(String name) {
        return VOID_ELEMENTS.contains(name);
    }

    static boolean isRemovedWithContent(String name) {
        return REMOVED.contains(name);
    }

    static boolean isKeptEmpty(String name) {
        return EMPTY_KEPT.contains(name);
    }

    static boolean isFlag(String attribute) {
        return FLAGS.contains(attribute);
    }

    static boolean isAttribute(String element, String name) {
        if (element.equals("iframe")) {
            return FRAME_ATTRIBUTES.contains(name);
        }
        return ATTRIBUTES.contains(name)
                || name.startsWith("data-") && name.length() > 5 && !name.equals("data-cid") && isPlain(name);
    }

    /** {@code value} as it may stand in {@code attribute}: an address of another scheme than allowed starts {@code denied:}. */
    static String address(String attribute, String value) {
        Set<String> schemes = switch (attribute) {
            case "href" -> LINK_SCHEMES;
            case "src" -> SOURCE_SCHEMES;
            default -> OTHER_SCHEMES;
        };
        String scheme = scheme(value);
        return scheme.isEmpty() || schemes.contains(scheme) ? value : "denied:" + value;
    }

    static boolean isAddress(String attribute) {
        return Set.of("href", "src", "cite", "longdesc", "usemap").contains(attribute);
    }

    /** Whether {@code address} is a page of one of {@code hosts} or of a subdomain of one. */
    static boolean isFrameOf(String address, Set<String> hosts) {
        try {
            URI uri = new URI(address.strip());
            String host = uri.getHost();
            String scheme = uri.getScheme();
            if (host == null
                    || uri.getUserInfo() != null
                    || scheme != null && !scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
                return false;
            }
            String lower = host.toLowerCase(Locale.ROOT);
            return hosts.stream().anyMatch(allowed -> lower.equals(allowed) || lower.endsWith("." + allowed));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** What a browser takes for the scheme, in lower case: it ignores blanks and control characters. Empty if relative. */
    static String scheme(String address) {
        StringBuilder scheme = new StringBuilder();
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == ':') {
                return scheme.toString().toLowerCase(Locale.ROOT);
            }
            if (c == '/' || c == '?' || c == '#') {
                return "";
            }
            if (c > ' ') {
                scheme.append(c);
            }
        }
        return "";
    }

    private static boolean isPlain(String name) {
        return name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_');
    }
}
