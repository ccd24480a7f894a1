package dev.ticketwire.command.notice.text;

import dev.ticketwire.command.notice.facts.EntryFacts;
import dev.ticketwire.osticket.markdown.MarkdownBody;
import dev.ticketwire.osticket.text.HtmlEntities;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Entries of threads as variables: their text by its format. The mails of a wave that show one entry render it once. */
final class Entries {
    private final Map<Integer, String> rendered = new HashMap<>();

    /**
     * @param entry null for none
     * @param date shows a date
     */
    Thing thing(@Nullable EntryFacts entry, Function<LocalDateTime, Thing> date) {
        if (entry == null) {
            return Thing.NOTHING;
        }
        String body = html(entry);
        return Thing.html(body, member -> switch (member) {
            case "message", "body" -> Thing.html(body);
            case "title" -> Thing.text(title(entry.title()));
            case "poster" -> Thing.text(entry.poster());
            case "create_date" -> date.apply(entry.created());
            case "files" -> Thing.text(String.join(", ", entry.files()));
            case "id" -> Thing.text(Integer.toString(entry.id()));
            default -> null;
        });
    }

    private String html(EntryFacts entry) {
        return switch (entry.format()) {
            case "markdown" -> rendered.computeIfAbsent(entry.id(), id -> MarkdownBody.toHtml(entry.body()));
            case "text" -> lines(entry.body());
            default -> entry.body();
        };
    }

    /** A title is stored with its special characters escaped. */
    private static String title(String stored) {
        return HtmlEntities.decodeOnce(stored.replace("&nbsp;", "\u00A0"));
    }

    /** A stored text is escaped already; what is not, by a row from elsewhere, cannot become markup. */
    private static String lines(String stored) {
        return stored.replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r\n", "\n")
                .replace("\n", "<br />\n");
    }
}
