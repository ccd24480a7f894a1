package dev.ticketwire.osticket.html;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Selects the attributes of an element that {@link HtmlPolicy} allows, and cleans their values. */
final class HtmlAttributes {
    private HtmlAttributes() {}

    /**
     * The allowed attributes of {@code element}, in order, with safe values.
     *
     * @return by name in lower case; mutable
     */
    static Map<String, String> kept(Element element) {
        String name = element.normalName();
        Map<String, String> kept = new LinkedHashMap<>();
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (HtmlPolicy.isAttribute(name, key)) {
                kept.put(key, HtmlPolicy.isFlag(key) ? key : attribute.getValue());
            }
        }
        clean(name, kept);
        return kept;
    }

    private static void clean(String element, Map<String, String> kept) {
        String styles = LegacyMarkup.styles(element, kept);
        if (!styles.isEmpty()) {
            kept.merge("style", styles, (own, more) -> own + ";" + more);
        }
        kept.computeIfPresent("style", (key, style) -> nullIfEmpty(StyleText.clean(style)));
        kept.computeIfPresent("class", (key, names) -> nullIfEmpty(wordClasses(names)));
        kept.replaceAll((key, value) -> HtmlAddress.isIn(key) ? HtmlAddress.allowed(key, value) : value);
    }

    private static String wordClasses(String names) {
        return Arrays.stream(names.split("\\s+"))
                .filter(name -> name.startsWith("Mso"))
                .collect(Collectors.joining(" "));
    }

    @SuppressWarnings("NullAway") // computeIfPresent removes entries that become null
    private static String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
