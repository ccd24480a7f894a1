package dev.ticketwire.osticket.form;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.due.DueDateText;
import dev.ticketwire.osticket.text.StoredText;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a date field: stored as sent, displayed in American format. An invalid date is displayed as an empty
 * text.
 */
final class FieldDate {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/yy", Locale.US);
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("M/d/yy, h:mm a", Locale.US);
    private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(.*)");
    private static final Pattern EUROPEAN = Pattern.compile("(\\d{1,2})[.-](\\d{1,2})[.-](\\d{4})(.*)");

    private FieldDate() {}

    /**
     * @param strict whether an invalid date is refused
     * @throws Refused if {@code strict} and the date is invalid
     */
    static FieldAnswer answer(@Nullable String sent, FieldConfiguration configuration, boolean strict) {
        if (sent == null || sent.isBlank()) {
            return new FieldAnswer(null, "0", "", List.of());
        }
        String stored = StoredText.storable(sent);
        try {
            LocalDateTime date = DueDateText.parse(iso(sent.strip()), ZoneOffset.UTC);
            String shown = date == null ? "" : date.format(configuration.flag("time", true) ? DATE_AND_TIME : DATE);
            return new FieldAnswer(stored, stored, shown, List.of());
        } catch (DateTimeException e) {
            if (strict) {
                throw Refused.of(ProblemCode.INVALID_ANSWER, "Enter a valid date");
            }
            return new FieldAnswer(stored, stored, "", List.of());
        }
    }

    private static String iso(String text) {
        Matcher american = AMERICAN.matcher(text);
        if (american.matches()) {
            return iso(american, 1, 2);
        }
        Matcher european = EUROPEAN.matcher(text);
        return european.matches() ? iso(european, 2, 1) : text;
    }

    private static String iso(Matcher date, int month, int day) {
        return String.format(
                "%s-%02d-%02d%s",
                date.group(3), Integer.parseInt(date.group(month)), Integer.parseInt(date.group(day)), date.group(4));
    }
}
