package dev.ticketwire.osticket.html;

import dev.ticketwire.osticket.text.WhiteSpace;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A {@code style} attribute as osTicket 1.18 stores it: {@code name:value} pairs joined by {@code ;}, without vendor
 * properties, positions and URLs. A value ends at its second colon, so {@code url(x)}, which would become {@code
 * url(denied:x)}, leaves {@code url(denied}.
 */
final class StyleText {
    private static final Pattern ADDRESS = Pattern.compile("url\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ACTIVE =
            Set.of("expression", "javascript", "vbscript", "behavior", "binding", "@import");

    private StyleText() {}

    /** @return empty if nothing is left */
    static String clean(String style) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String declaration : style.split(";")) {
            String[] parts = declaration.split(":");
            if (parts.length > 1) {
                String name = parts[0].strip().toLowerCase(Locale.ROOT);
                String value = passive(parts[1].strip().replace('"', '\''));
                if (isKept(name) && !value.isEmpty()) {
                    kept.putIfAbsent(name, value);
                }
            }
        }
        StringBuilder out = new StringBuilder();
        kept.forEach((name, value) ->
                out.append(out.isEmpty() ? "" : ";").append(name).append(':').append(value));
        return out.toString();
    }

    private static boolean isKept(String name) {
        return name.matches("[a-z][a-z-]*")
                && !name.startsWith("mso-")
                && !name.endsWith("position")
                && !name.equals("behavior");
    }

    /** Empty for a value that could be active: escapes and comments can hide it from checks but not from browsers. */
    private static String passive(String value) {
        String plain = WhiteSpace.asOne(value).toLowerCase(Locale.ROOT);
        if (plain.indexOf('\\') >= 0
                || plain.contains("/*")
                || plain.indexOf('<') >= 0
                || ACTIVE.stream().anyMatch(plain::contains)) {
            return "";
        }
        var address = ADDRESS.matcher(value);
        return address.find() ? value.substring(0, address.start()) + "url(denied" : value;
    }
}
