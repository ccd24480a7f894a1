package dev.ticketwire.query.command;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place of a command in the inbox, the newest first.
 *
 * @param appliedAt as the database writes it, in the database's time zone
 * @param id decides between commands of the same time
 */
record CommandPosition(String appliedAt, String id) {
    /** Of the query parameter. */
    static final String PARAMETER = "after";

    private static final Pattern TEXT =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}) ([\\w-]{1,36})");

    /** @throws Refused 400 if {@code cursor} was not made by {@link #cursor}; null for null */
    static @Nullable CommandPosition parse(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        Matcher position = TEXT.matcher(decoded(cursor));
        if (!position.matches()) {
            throw Refused.of(ProblemCode.INVALID_CURSOR, "This cursor was not made by this search", PARAMETER);
        }
        return new CommandPosition(position.group(1), position.group(2));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** For {@link #PARAMETER} of the next request. */
    String cursor() {
        byte[] text = (appliedAt + ' ' + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }
}
