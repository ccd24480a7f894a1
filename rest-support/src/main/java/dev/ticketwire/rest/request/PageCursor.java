package dev.ticketwire.rest.request;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The position at which a page ended, an opaque text that the caller sends back in the parameter {@code cursor}. It
 * holds column values, not an offset, so that rows inserted or deleted between two requests make no other row be
 * skipped or repeated.
 *
 * @param parts the values that identify the position
 */
public record PageCursor(List<String> parts) {
    /** The name of the query parameter. */
    public static final String PARAMETER = "cursor";

    private static final String SEPARATOR = "\u001f";

    public static PageCursor at(Object... parts) {
        return new PageCursor(Arrays.stream(parts).map(String::valueOf).toList());
    }

    /**
     * @param size the number of parts expected
     * @return null for null
     * @throws Refused 400 if the text is not a cursor of this size
     */
    public static @Nullable PageCursor parse(@Nullable String text, int size) {
        if (text == null) {
            return null;
        }
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(decoded.split(SEPARATOR, -1));
            if (parts.size() == size) {
                return new PageCursor(parts);
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    public static Refused invalid() {
        return Refused.of(ProblemCode.INVALID_CURSOR, "This cursor was not made by this list", PARAMETER);
    }

    public String part(int index) {
        return parts.get(index);
    }

    /** @throws Refused 400 if the part is not a number */
    public long number(int index) {
        try {
            return Long.parseLong(parts.get(index));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    /**
     * The value of a {@code Link} header for the page after this position.
     *
     * @param path of the list
     * @param query the query string of the request for this page, as sent; null if it had none
     */
    public String nextLink(String path, @Nullable String query) {
        return NextLink.to(path, query, PARAMETER, text());
    }

    private String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }
}
