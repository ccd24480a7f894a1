package dev.ticketwire.command.notice.text;

import dev.ticketwire.command.notice.facts.EntryFacts;
import dev.ticketwire.osticket.markdown.MarkdownBody;
import java.time.LocalDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Entries of threads as variables: their text by its format. */
final class Entries {
    private Entries() {}

    /**
     * @param entry null for none
     * @param date shows a date
     */
    static Thing thing(@Nullable EntryFacts entry, String files, Function<LocalDateTime, Thing> date) {
        if (entry == null) {
            return Thing.NOTHING;
        }
        String body = html(entry);
        return Thing.html(body, member -> switch (member) {
            case "message", "body" -> Thing.html(body);
            case "title" -> Thing.text(entry.title());
            case "poster" -> Thing.text(entry.poster());
            case "create_date" -> date.apply(entry.created());
            case "files" -> Thing.text(files);
            case "id" -> Thing.text(Integer.toString(entry.id()));
            default -> null;
        });
    }

    /** Stored texts are escaped and stored HTML is cleaned already. */
    static String html(EntryFacts entry) {
        return switch (entry.format()) {
            case "markdown" -> MarkdownBody.toHtml(entry.body());
            case "text" -> entry.body().replace("\r\n", "\n").replace("\n", "<br />\n");
            default -> entry.body();
        };
    }
}
