package dev.ticketwire.rest;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as opaque text that the caller sends back in {@code cursor}: it tells rows by what they hold, never
 * by how many come before them, so that nothing is skipped or repeated when rows come and go.
 *
 * @param parts whatever finds the place again
 */
public record Cursor(List<String> parts) {
    /** The parameter it travels in. */
    public static final String NAME = "cursor";

    private static final String SEPARATOR = "\u001f";

    public static Cursor of(Object... parts) {
        return new Cursor(Arrays.stream(parts).map(String::valueOf).toList());
    }

    /**
     * @param size how many parts it must have
     * @return null for null
     * @throws Refused 400 if it is none of ours
     */
    public static @Nullable Cursor parse(@Nullable String text, int size) {
        if (text == null) {
            return null;
        }
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(decoded.split(SEPARATOR, -1));
            if (parts.size() == size) {
                return new Cursor(parts);
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    public static Refused invalid() {
        return Refused.of(ProblemCode.INVALID_CURSOR, "This cursor was not made by this list", NAME);
    }

    public String part(int index) {
        return parts.get(index);
    }

    /** @throws Refused 400 if the part is no number */
    public long number(int index) {
        try {
            return Long.parseLong(parts.get(index));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    /**
     * The value of a {@code Link} header that leads to what comes after this place.
     *
     * @param path of the list
     * @param query of the request for the page that ends here, as sent; null if it had none
     */
    public String next(String path, @Nullable String query) {
        return NextLink.to(path, query, NAME, text());
    }

    private String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }
}
