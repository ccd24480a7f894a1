package dev.ticketwire.query.search;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Orders of a search; the id decides between equal values, in the same direction. */
enum SearchOrder {
    CREATED("t.created DESC, t.ticket_id DESC"),
    UPDATED("t.updated DESC, t.ticket_id DESC"),
    /** As text: {@code 1000} comes before {@code 999}. */
    NUMBER("t.number, t.ticket_id");

    final String columns;

    SearchOrder(String columns) {
        this.columns = columns;
    }

    /** The order of this name in any case; {@link #CREATED} for anything else. */
    static SearchOrder parse(@Nullable String text) {
        String name = text == null ? "" : text.toUpperCase(Locale.ROOT);
        return name.equals("UPDATED") ? UPDATED : name.equals("NUMBER") ? NUMBER : CREATED;
    }
}
