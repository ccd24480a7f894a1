package dev.ticketwire.osticket.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Converts presentational elements and attributes to styles. */
final class LegacyMarkup {
    private static final Set<String> ALIGNED =
            Set.of("caption", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "legend", "p", "table");
    private static final Map<String, String> FONT_SIZES = Map.ofEntries(
            Map.entry("0", "xx-small"),
            Map.entry("1", "xx-small"),
            Map.entry("2", "small"),
            Map.entry("3", "medium"),
            Map.entry("4", "large"),
            Map.entry("5", "x-large"),
            Map.entry("6", "xx-large"),
            Map.entry("7", "300%"),
            Map.entry("-1", "smaller"),
            Map.entry("-2", "60%"),
            Map.entry("+1", "larger"),
            Map.entry("+2", "150%"),
            Map.entry("+3", "200%"),
            Map.entry("+4", "300%"));
    private static final Map<String, String> LIST_STYLES =
            Map.of("1", "decimal", "a", "lower-latin", "A", "upper-latin", "i", "lower-roman", "I", "upper-roman");

    private LegacyMarkup() {}

    /** The element that replaces {@code name}. */
    static String element(String name) {
        return switch (name) {
            case "center" -> "div";
            case "font", "big", "s", "strike" -> "span";
            case "tt" -> "code";
            default -> name;
        };
    }

    /**
     * Removes presentational attributes from {@code attributes}.
     *
     * @return the equivalent style declarations, joined by {@code ;}
     */
    static String styles(String element, Map<String, String> attributes) {
        List<String> styles = new ArrayList<>();
        switch (element) {
            case "center" -> styles.add("text-align:center");
            case "big" -> styles.add("font-size:larger");
            case "s", "strike" -> styles.add("text-decoration:line-through");
            case "font" -> font(attributes, styles);
            default -> {}
        }
        for (String name : List.copyOf(attributes.keySet())) {
            String style =
                    style(element, name, attributes.getOrDefault(name, "").strip());
            if (!style.isEmpty()) {
                attributes.remove(name);
                styles.add(style);
            }
        }
        return String.join(";", styles);
    }

    private static void font(Map<String, String> attributes, List<String> styles) {
        String face = attributes.remove("face");
        String color = attributes.remove("color");
        String size = attributes.remove("size");
        if (face != null) {
            styles.add("font-family:" + value(face));
        }
        if (color != null) {
            styles.add("color:" + value(color));
        }
        if (size != null && FONT_SIZES.containsKey(size.strip())) {
            styles.add("font-size:" + FONT_SIZES.get(size.strip()));
        }
    }

    private static String style(String element, String attribute, String value) {
        boolean cell = element.equals("td") || element.equals("th");
        return switch (attribute) {
            case "align" -> ALIGNED.contains(element) ? alignment(element, value.toLowerCase(Locale.ROOT)) : "";
            case "bgcolor" -> "background-color:" + value(value);
            case "bordercolor" -> "border-color:" + value(value);
            case "clear" -> "clear:" + (value.equalsIgnoreCase("all") ? "both" : value(value));
            case "compact" -> "font-size:85%";
            case "height" -> cell ? "height:" + length(value) : "";
            case "width" -> cell || element.equals("hr") || element.equals("pre") ? "width:" + length(value) : "";
            case "hspace" -> "margin-left:" + length(value) + ";margin-right:" + length(value);
            case "vspace" -> "margin-top:" + length(value) + ";margin-bottom:" + length(value);
            case "noshade" -> "border-style:none;border:0;background-color:gray;color:gray";
            case "nowrap" -> "white-space:nowrap";
            case "size" -> element.equals("hr") ? "height:" + length(value) : "";
            case "type" -> isList(element) ? "list-style-type:" + LIST_STYLES.getOrDefault(value, value(value)) : "";
            default -> "";
        };
    }

    private static String alignment(String element, String value) {
        boolean side = value.equals("left") || value.equals("right");
        return switch (element) {
            case "img" -> side ? "float:" + value : "vertical-align:" + value(value);
            case "table" -> side ? "float:" + value : "margin-left:auto;margin-right:auto";
            default -> "text-align:" + value(value);
        };
    }

    private static boolean isList(String element) {
        return element.equals("ul") || element.equals("ol") || element.equals("li");
    }

    private static String length(String value) {
        return !value.isEmpty() && value.chars().allMatch(Character::isDigit) ? value + "px" : value(value);
    }

    /** A single value that cannot start another declaration. */
    private static String value(String value) {
        return value.replace(";", "").replace(":", "");
    }
}
