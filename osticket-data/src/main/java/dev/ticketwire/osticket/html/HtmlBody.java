package dev.ticketwire.osticket.html;

import dev.ticketwire.osticket.text.HtmlEntities;
import java.util.Set;

/**
 * HTML as osTicket 1.18 stores it in a thread entry, except that line breaks are kept. The markup is parsed like in a
 * browser and only allowed elements and attributes are written, see {@link HtmlPolicy}. The agent panel shows the
 * result without further cleaning, so no active content may pass.
 */
public final class HtmlBody {
    private HtmlBody() {}

    /**
     * @param html as sent. Entities of {@code < > & "} are decoded once first, as osTicket does: {@code &lt;b&gt;} is a
     *     tag
     * @return safe markup and its embedded images
     */
    public static CleanHtml clean(String html, BodySettings settings) {
        return HtmlWriter.write(ParsedHtml.of(decoded(html)), settings.frameHosts(), true, Pictures.NONE);
    }

    /**
     * The same for a mail, without decoding entities first: mail programs escape the user's text, so {@code
     * &lt;setup&gt;} is not a tag. osTicket 1.18 loses such words.
     *
     * @param pictures sent with the mail
     */
    public static CleanHtml cleanMail(String html, BodySettings settings, Pictures pictures) {
        return HtmlWriter.write(ParsedHtml.of(withoutControls(html)), settings.frameHosts(), true, pictures);
    }

    /** The same for markup that we rendered: entities are not decoded first, frames are not allowed. */
    public static String cleanMarkup(String html) {
        return HtmlWriter.write(ParsedHtml.of(html), Set.of(), true, Pictures.NONE)
                .html();
    }

    /** The same in one line and without frames, for names and titles. */
    public static String cleanLine(String html) {
        return HtmlWriter.write(ParsedHtml.of(decoded(html)), Set.of(), false, Pictures.NONE)
                .html();
    }

    /** Whether {@code clean} shows nothing: it is empty, {@code 0}, or only line breaks and blanks. */
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
