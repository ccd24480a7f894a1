package dev.ticketwire.osticket.html;

import java.util.Set;

/**
 * The elements and attributes of HTML that osTicket 1.18 keeps: those of HTML 5 and older versions, without active
 * content. An unlisted element is dropped but its content stays; an unlisted attribute is dropped.
 *
 * <p>Own code, because a stored body must be the one that osTicket would store, and jsoup's {@code Safelist} cannot
 * express its exceptions: frames of some hosts, Word's classes, content that is dropped with its element. Source:
 * contract {@code osticket-data.md} 3.13.
 */
final class HtmlPolicy {
    private static final Set<String> ELEMENTS = words("""
            a abbr acronym address area article aside b bdi bdo big blockquote br caption center cite code col
            colgroup data datalist dd del details dfn dir div dl dt em fieldset figcaption figure font footer h1
            h2 h3 h4 h5 h6 header hgroup hr i img ins kbd label legend li main map mark menu meter nav ol
            optgroup option output p pre progress q rb rbc rp rt rtc ruby s samp section select small span
            strike strong sub summary sup table tbody td textarea tfoot th thead time tr tt u ul var wbr""");

    private static final Set<String> VOID_ELEMENTS = Set.of("area", "br", "col", "hr", "img", "wbr");

    /** Elements that are dropped with their content. */
    private static final Set<String> REMOVED = Set.of("head", "script", "style", "title");

    private static final Set<String> EMPTY_KEPT =
            Set.of("area", "br", "col", "embed", "iframe", "hr", "img", "input", "isindex", "param", "div");

    private static final Set<String> ATTRIBUTES = words("""
            abbr align alt axis bgcolor border bordercolor cellpadding cellspacing char charoff charset cite
            class clear color cols colspan compact coords datetime dir disabled face frame headers height high
            href hreflang hspace label lang longdesc low max min multiple noshade nowrap open optimum readonly
            rel rev reversed rows rowspan rules scope selected shape size span src start style summary tabindex
            target title type usemap valign value vspace width wrap""");

    private static final Set<String> FRAME_ATTRIBUTES =
            Set.of("height", "width", "type", "style", "src", "frameborder", "allowfullscreen");

    private static final Set<String> FLAGS =
            Set.of("allowfullscreen", "disabled", "multiple", "open", "readonly", "reversed", "selected");

    private HtmlPolicy() {}

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }

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

    private static boolean isPlain(String name) {
        return name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_');
    }
}
