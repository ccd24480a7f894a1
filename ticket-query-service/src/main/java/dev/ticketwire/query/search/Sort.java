package dev.ticketwire.query.search;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Orders of a page; the id decides between equals, in the same direction. */
enum Sort {
    CREATED("t.created DESC, t.ticket_id DESC"),
    UPDATED("t.updated DESC, t.ticket_id DESC"),
    /** As text: {@code 1000} comes before {@code 999}. */
    NUMBER("t.number, t.ticket_id");

    final String order;

    Sort(String order) {
        this.order = order;
    }

    /** Anything unknown means {@link #CREATED}. */
    static Sort of(@Nullable String text) {
        String name = text == null ? "" : text.toUpperCase(Locale.ROOT);
        return name.equals("UPDATED") ? UPDATED : name.equals("NUMBER") ? NUMBER : CREATED;
    }
}
