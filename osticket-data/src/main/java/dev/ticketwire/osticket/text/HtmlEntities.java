package dev.ticketwire.osticket.text;

import java.util.List;

/**
 * Escapes and unescapes HTML.
 *
 * <p>Own code, because the bytes must be osTicket's: jsoup's {@code Entities.escape} also escapes apostrophes, and
 * quotes in text.
 */
public final class HtmlEntities {
    private static final List<String> DECODED = List.of("&lt;", "&gt;", "&amp;", "&quot;");

    private HtmlEntities() {}

    /** Decodes {@code &lt; &gt; &amp; &quot;} once: {@code &amp;lt;} becomes {@code &lt;}. Other entities stay. */
    public static String decodeOnce(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            String entity = entityAt(text, at);
            out.append(entity.isEmpty() ? text.charAt(at) : decoded(entity));
            at += Math.max(1, entity.length());
        }
        return out.toString();
    }

    /** {@code text} for use between tags: {@code & < >} are escaped, no-break spaces stay. */
    public static String escapeText(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        append(text, false, false, out);
        return out.toString();
    }

    /** Appends {@code text} as the sanitiser writes it: {@code & < >} escaped, a no-break space as {@code &nbsp;}. */
    public static void appendText(CharSequence text, StringBuilder out) {
        append(text, false, true, out);
    }

    /** Appends {@code value} for use in double quotes: like {@link #appendText}, with {@code "} escaped too. */
    public static void appendAttribute(CharSequence value, StringBuilder out) {
        append(value, true, true, out);
    }

    /** Appends plain text as osTicket 1.18 stores it: {@code & < > "} are escaped. */
    public static void appendPlain(CharSequence text, StringBuilder out) {
        append(text, true, false, out);
    }

    private static void append(CharSequence text, boolean quotes, boolean noBreakSpaces, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quotes ? "&quot;" : "\"");
                case '\u00A0' -> out.append(noBreakSpaces ? "&nbsp;" : "\u00A0");
                default -> out.append(c);
            }
        }
    }

    private static String entityAt(String text, int at) {
        if (text.charAt(at) == '&') {
            for (String entity : DECODED) {
                if (text.startsWith(entity, at)) {
                    return entity;
                }
            }
        }
        return "";
    }

    private static char decoded(String entity) {
        return switch (entity) {
            case "&lt;" -> '<';
            case "&gt;" -> '>';
            case "&quot;" -> '"';
            default -> '&';
        };
    }
}
