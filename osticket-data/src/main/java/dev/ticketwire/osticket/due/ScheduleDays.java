package dev.ticketwire.osticket.due;

import dev.ticketwire.osticket.schema.ScheduleEntry;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The days on which the entries of a schedule apply. */
final class ScheduleDays {
    private static final int LAST = -1;

    private ScheduleDays() {}

    /** For each day of the range on which an entry applies, the one with the lowest id. */
    static SortedMap<LocalDate, ScheduleEntry> between(List<ScheduleEntry> entries, LocalDate from, LocalDate to) {
        List<ScheduleEntry> byId = entries.stream()
                .sorted(Comparator.comparingInt(entry -> entry.id))
                .toList();
        SortedMap<LocalDate, ScheduleEntry> days = new TreeMap<>();
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            for (ScheduleEntry entry : byId) {
                if (isOn(entry, date)) {
                    days.putIfAbsent(date, entry);
                }
            }
        }
        return days;
    }

    static boolean isOn(ScheduleEntry entry, LocalDate date) {
        boolean hasStarted = entry.startsOn == null || !date.isBefore(entry.startsOn);
        boolean hasStopped = entry.stopsOn != null && date.isAfter(entry.stopsOn.toLocalDate());
        return hasStarted && !hasStopped && isRepeatedOn(entry, date);
    }

    private static boolean isRepeatedOn(ScheduleEntry entry, LocalDate date) {
        int weekday = date.getDayOfWeek().getValue();
        return switch (entry.repeats) {
            case "never" -> date.equals(entry.startsOn);
            case "daily" -> true;
            case "weekly" -> is(entry.day, weekday);
            case "weekdays" -> weekday < 6;
            case "weekends" -> weekday > 5;
            case "monthly" -> isMonthly(entry, date);
            case "yearly" -> is(entry.month, date.getMonthValue()) && isYearly(entry, date);
            default -> false;
        };
    }

    private static boolean isMonthly(ScheduleEntry entry, LocalDate date) {
        if (isNone(entry.week)) {
            return is(entry.day, date.getDayOfMonth());
        }
        return isWeekday(entry.day)
                && date.equals(date.with(
                        TemporalAdjusters.dayOfWeekInMonth(number(entry.week), DayOfWeek.of(number(entry.day)))));
    }

    /**
     * osTicket 1.18 counts the weekdays of a month from its second day: the first Monday after Monday the 1st is the
     * 8th.
     */
    private static boolean isYearly(ScheduleEntry entry, LocalDate date) {
        if (isNone(entry.week)) {
            return is(entry.day, date.getDayOfMonth());
        }
        if (!isWeekday(entry.day)) {
            return false;
        }
        DayOfWeek day = DayOfWeek.of(number(entry.day));
        return number(entry.week) == LAST
                ? date.equals(date.with(TemporalAdjusters.lastInMonth(day)))
                : date.equals(
                        date.withDayOfMonth(1).with(TemporalAdjusters.next(day)).plusWeeks(number(entry.week) - 1L));
    }

    private static boolean is(@Nullable Integer wanted, int actual) {
        return wanted != null && wanted == actual;
    }

    private static boolean isNone(@Nullable Integer week) {
        return number(week) == 0;
    }

    private static boolean isWeekday(@Nullable Integer day) {
        return number(day) >= 1 && number(day) <= 7;
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }
}
