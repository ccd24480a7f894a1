package dev.ticketwire.osticket.filter;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.time.DatabaseTime;
import dev.ticketwire.osticket.time.WrittenTime;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Conditions on times: {@code …_since} is inclusive, {@code …_before} exclusive. */
final class TimeCondition {
    /** An unencoded plus sign arrives as a blank. */
    private static final Pattern LOST_PLUS = Pattern.compile("(\\d\\d:\\d\\d.*) (\\d\\d:?\\d\\d)$");

    private TimeCondition() {}

    /** @throws Refused if {@code text} is not a time */
    static SqlCondition since(String field, String column, String text) {
        return bound(field, column + " >= ", text);
    }

    static SqlCondition before(String field, String column, String text) {
        return bound(field, column + " < ", text);
    }

    /** A time with an offset is converted by the server, which knows its own time zone. */
    private static SqlCondition bound(String field, String comparison, String text) {
        WrittenTime time = parse(field, text);
        return time.offset() == null
                ? SqlCondition.of(comparison + "?", DatabaseTime.format(time.clock()))
                : SqlCondition.of(
                        comparison + "CONVERT_TZ(?, '+00:00', 'SYSTEM')", DatabaseTime.format(time.in(ZoneOffset.UTC)));
    }

    private static WrittenTime parse(String field, String text) {
        try {
            return WrittenTime.parse(LOST_PLUS.matcher(text).replaceFirst("$1+$2"));
        } catch (DateTimeException e) {
            throw Refused.of(
                    ProblemCode.INVALID_VALUE,
                    field + " must be a time such as 2026-01-31, 2026-01-31 17:30:00 or 2026-01-31T17:30:00+01:00",
                    field);
        }
    }
}
