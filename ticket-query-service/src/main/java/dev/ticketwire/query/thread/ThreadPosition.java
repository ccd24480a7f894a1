package dev.ticketwire.query.thread;

import dev.ticketwire.rest.request.PageCursor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The position of an entry in its thread.
 *
 * @param created time of creation, as the database writes it
 * @param id of the entry, which decides between entries of the same second
 */
record ThreadPosition(String created, long id) {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    private static final int CURSOR_PARTS = 3;

    /**
     * @param text a cursor as sent, null if none was
     * @return null for null
     * @throws dev.ticketwire.contract.problem.Refused 400 if it is not a cursor of a thread in this order
     */
    static @Nullable ThreadPosition parse(@Nullable String text, ThreadOrder order) {
        PageCursor cursor = PageCursor.parse(text, CURSOR_PARTS);
        if (cursor == null) {
            return null;
        }
        ThreadPosition position = new ThreadPosition(cursor.part(1), cursor.number(2));
        if (!cursor.part(0).equals(order.word)
                || !TIME.matcher(position.created).matches()
                || position.id < 0) {
            throw PageCursor.invalid();
        }
        return position;
    }

    PageCursor cursor(ThreadOrder order) {
        return PageCursor.at(order.word, created, id);
    }
}
