package dev.ticketwire.stats.report;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.rest.Parameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Days from {@code from}, up to and without {@code to}, on the database's clock; null where there is no bound.
 */
record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final int USUAL = 30;

    /** @throws Refused 400 for what is no date, or no day before the other */
    static Days of(Parameters sent) {
        return new Days(date(sent, "from"), date(sent, "to")).checked();
    }

    private static @Nullable LocalDate date(Parameters sent, String name) {
        String text = sent.one(name);
        try {
            return text == null ? null : LocalDate.parse(text, DATE);
        } catch (DateTimeException e) {
            throw invalid(name, name + " must be a date such as 2026-01-31");
        }
    }

    private Days checked() {
        if (from != null && to != null && !from.isBefore(to)) {
            throw invalid("to", "to must be after from");
        }
        return this;
    }

    /** With bounds where there were none: the last 30 days, today the last of them. */
    Days closed(LocalDate today) {
        LocalDate end = to != null ? to : today.plusDays(1);
        return new Days(from != null ? from : end.minusDays(USUAL), end).checked();
    }

    /** @throws Refused 400 if there are more than {@code most}; both bounds are there */
    Days atMost(int most) {
        if (from != null && to != null && from.plusDays(most).isBefore(to)) {
            throw invalid("from", "from must be at most " + most + " days before to");
        }
        return this;
    }

    /** In their order; both bounds are there. */
    void each(Consumer<LocalDate> action) {
        if (from != null && to != null) {
            from.datesUntil(to).forEach(action);
        }
    }

    private static Refused invalid(String name, String detail) {
        return Refused.of(ProblemCode.INVALID_VALUE, detail, name);
    }
}
