package dev.ticketwire.query.search;

import dev.ticketwire.rest.Cursor;
import dev.ticketwire.rest.Form;
import org.jspecify.annotations.Nullable;

/**
 * A page as read.
 *
 * @param next where it ends; null if nothing comes after it
 * @param total number of all tickets meant, -1 if nobody asked
 * @param until ask next for changes since then, null if nobody asked
 */
record TicketPage(
        Form tickets,
        @Nullable Cursor next,
        long total,
        @Nullable String until) {}
