package dev.ticketwire.osticket.text;

/** Escaping and its opposite, for the four characters that mean something in markup. */
public final class MarkupCharacters {
    private MarkupCharacters() {}

    /** Decodes {@code &lt; &gt; &amp; &quot;} once: {@code &amp;lt;} becomes {@code &lt;}. */
    public static String decodeOnce(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            if (text.startsWith("&lt;", i)) {
                out.append('<');
                i += 4;
            } else if (text.startsWith("&gt;", i)) {
                out.append('>');
                i += 4;
            } else if (text.startsWith("&amp;", i)) {
                out.append('&');
                i += 5;
            } else if (text.startsWith("&quot;", i)) {
                out.append('"');
                i += 6;
            } else {
                out.append(text.charAt(i++));
            }
        }
        return out.toString();
    }

    /** Escapes {@code & < >} and, in attribute values, {@code "}; a no-break space becomes {@code &nbsp;}. */
    public static void escape(CharSequence text, boolean quotes, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\u00A0' -> out.append("&nbsp;");
                case '"' -> out.append(quotes ? "&quot;" : "\"");
                default -> out.append(c);
            }
        }
    }
}
