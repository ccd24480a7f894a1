package dev.ticketwire.osticket.html;

import dev.ticketwire.osticket.text.HtmlEntities;
import java.util.Set;

/**
 * HTML as osTicket 1.18 stores it in a thread entry, except that line breaks are kept. The markup is parsed as a
 * browser would, and only what is known to be harmless is written again; see {@link HtmlPolicy}. The agent panel shows
 * the result without cleaning it once more, so nothing active may pass here.
 */
public final class HtmlBody {
    private HtmlBody() {}

    /**
     * @param html as sent. Entities of {@code < > & "} are decoded once first, as osTicket does: {@code &lt;b&gt;} is a
     *     tag
     * @return safe markup and the images that were part of it
     */
    public static CleanHtml clean(String html, BodySettings settings) {
        return HtmlWriter.write(ParsedHtml.of(decoded(html)), settings.frameHosts(), true, Pictures.NONE);
    }

    /**
     * The same of a mail, except that its entities are not decoded first: mail programs escape what their users write,
     * and {@code &lt;setup&gt;} is no tag. osTicket 1.18 loses such words.
     *
     * @param pictures that came with the mail
     */
    public static CleanHtml cleanMail(String html, BodySettings settings, Pictures pictures) {
        return HtmlWriter.write(ParsedHtml.of(withoutControls(html)), settings.frameHosts(), true, pictures);
    }

    /** The same for markup we rendered ourselves: its entities are not decoded first, it has no frames. */
    public static String cleanMarkup(String html) {
        return HtmlWriter.write(ParsedHtml.of(html), Set.of(), true, Pictures.NONE)
                .html();
    }

    /** The same on one line and without frames; for names and titles. */
    public static String cleanLine(String html) {
        return HtmlWriter.write(ParsedHtml.of(decoded(html)), Set.of(), false, Pictures.NONE)
                .html();
    }

    /** Whether {@code clean} shows nothing: it is empty, or {@code 0}, or has only line breaks and blanks. */
    public static boolean isBlank(String clean) {
        String rest = clean.replace("<br />", "").replace("&nbsp;", "").strip();
        return rest.isEmpty() || rest.equals("0");
    }

    private static String decoded(String html) {
        return HtmlEntities.decodeOnce(withoutControls(html)).replace("<>", "");
    }

    private static String withoutControls(String html) {
        StringBuilder kept = new StringBuilder(html.length());
        html.chars()
                .filter(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r')
                .forEach(c -> kept.append((char) c));
        return kept.toString();
    }
}
