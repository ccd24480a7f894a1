package dev.ticketwire.osticket.body;

import dev.ticketwire.osticket.text.HtmlEntities;
import dev.ticketwire.osticket.text.WhiteSpace;
import java.util.regex.Pattern;

/** Plain text as osTicket 1.18 stores it in a thread entry of format {@code text}. */
public final class TextBody {
    private static final Pattern ENTITY =
            Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

    private TextBody() {}

    /** Trimmed, at most one empty line in a row, {@code & < > "} escaped; existing entities stay unchanged. */
    public static String clean(String text) {
        String lines = EMPTY_LINES.matcher(WhiteSpace.trim(text)).replaceAll("\n\n");
        var entity = ENTITY.matcher(lines);
        StringBuilder out = new StringBuilder(lines.length());
        int from = 0;
        while (entity.find()) {
            HtmlEntities.appendPlain(lines.substring(from, entity.start()), out);
            out.append(entity.group());
            from = entity.end();
        }
        HtmlEntities.appendPlain(lines.substring(from), out);
        return out.toString();
    }
}
