package dev.ticketwire.stats.report;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.rest.request.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Dates from {@code from}, inclusive, to {@code to}, exclusive, on the database's clock; null means no bound. */
record DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final int DEFAULT_DAYS = 30;

    /** @throws Refused 400 for an invalid date, or if {@code from} is not before {@code to} */
    static DateRange parse(QueryParameters sent) {
        return new DateRange(date(sent, "from"), date(sent, "to")).checked();
    }

    private static @Nullable LocalDate date(QueryParameters sent, String name) {
        String text = sent.one(name);
        try {
            return text == null ? null : LocalDate.parse(text, DATE);
        } catch (DateTimeException e) {
            throw invalid(name, name + " must be a date such as 2026-01-31");
        }
    }

    private DateRange checked() {
        if (from != null && to != null && !from.isBefore(to)) {
            throw invalid("to", "to must be after from");
        }
        return this;
    }

    /** With defaults for missing bounds: the 30 days up to and including today. */
    DateRange withDefaults(LocalDate today) {
        LocalDate end = to != null ? to : today.plusDays(1);
        return new DateRange(from != null ? from : end.minusDays(DEFAULT_DAYS), end).checked();
    }

    /** @throws Refused 400 if a range with both bounds has more than {@code max} days */
    DateRange atMost(int max) {
        if (from != null && to != null && from.plusDays(max).isBefore(to)) {
            throw invalid("from", "from must be at most " + max + " days before to");
        }
        return this;
    }

    /** Visits the dates of a range with both bounds, in ascending order. */
    void forEach(Consumer<LocalDate> action) {
        if (from != null && to != null) {
            from.datesUntil(to).forEach(action);
        }
    }

    private static Refused invalid(String name, String detail) {
        return Refused.of(ProblemCode.INVALID_VALUE, detail, name);
    }
}
