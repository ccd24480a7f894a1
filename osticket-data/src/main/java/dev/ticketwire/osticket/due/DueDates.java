package dev.ticketwire.osticket.due;

import dev.ticketwire.osticket.schema.ScheduleEntry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Calculates the due date of a service level in working hours, exactly as osTicket 1.18 does, because the agent panel
 * shows the date. Special cases: hours that end exactly at the end of a day are due when the next working day begins
 * (or when a holiday ends), and a day until 23:59:59 is one second short.
 */
public final class DueDates {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration LOOK_AHEAD = Duration.ofHours(72);

    /** Ends the search in a schedule in which every working day is a holiday; far beyond any service level. */
    private static final int MOST_ROUNDS = 20_000;

    private final List<ScheduleEntry> entries;
    private final List<ScheduleEntry> holidays;
    private final ZoneId zone;
    private final long needed;
    private long counted;
    private LocalDateTime current;

    private DueDates(
            List<ScheduleEntry> entries, List<ScheduleEntry> holidays, ZoneId zone, long needed, LocalDateTime start) {
        this.entries = entries;
        this.holidays = holidays;
        this.zone = zone;
        this.needed = needed;
        this.current = start;
    }

    /**
     * @param base start of the period (creation or reopening), in {@code databaseZone}
     * @param hours the grace period of the service level
     * @param entries of the schedule; if empty, all hours count
     * @param holidays entries of its holiday schedules
     * @param scheduleZone the time zone of the entries
     * @return the time in {@code databaseZone}, to the second
     */
    public static LocalDateTime due(
            LocalDateTime base,
            ZoneId databaseZone,
            int hours,
            List<ScheduleEntry> entries,
            List<ScheduleEntry> holidays,
            ZoneId scheduleZone) {
        if (entries.isEmpty()) {
            return base.plusHours(hours);
        }
        LocalDateTime start = moved(base, databaseZone, scheduleZone);
        DueDates search = new DueDates(entries, holidays, scheduleZone, hours * 3600L, start);
        search.run();
        return moved(search.current, scheduleZone, databaseZone);
    }

    private static LocalDateTime moved(LocalDateTime time, ZoneId from, ZoneId to) {
        return time.atZone(from).withZoneSameInstant(to).toLocalDateTime();
    }

    private void run() {
        SortedMap<LocalDate, ScheduleEntry> days = new TreeMap<>();
        for (int round = 0; counted < needed && round < MOST_ROUNDS; round++) {
            LocalDateTime from = days.containsKey(current.toLocalDate()) ? current.plusDays(1) : current;
            LocalDate first = from.toLocalDate();
            days = ScheduleDays.between(entries, first, from.plus(LOOK_AHEAD).toLocalDate());
            if (days.isEmpty()) {
                return;
            }
            countAll(days, ScheduleDays.between(holidays, first, days.lastKey()));
        }
    }

    /** Counts one working day after the other, and stops at the second at which the hours run out. */
    private void countAll(SortedMap<LocalDate, ScheduleEntry> days, Map<LocalDate, ScheduleEntry> free) {
        for (Map.Entry<LocalDate, ScheduleEntry> day : days.entrySet()) {
            if (!isOver(day.getKey(), end(day.getValue()))) {
                count(day.getKey(), day.getValue(), free.get(day.getKey()));
            }
            if (counted > needed) {
                current = current.minusSeconds(counted - needed);
                counted = needed;
                return;
            }
        }
    }

    private boolean isOver(LocalDate date, LocalTime end) {
        return date.equals(current.toLocalDate())
                ? current.toLocalTime().isAfter(end)
                : date.atTime(end)
                        .toInstant(ZoneOffset.UTC)
                        .isBefore(current.atZone(zone).toInstant());
    }

    /** @param holiday of the day, null if it is none */
    private void count(LocalDate date, ScheduleEntry entry, @Nullable ScheduleEntry holiday) {
        LocalTime start = start(entry);
        LocalTime end = end(entry);
        if (holiday != null && isWholeDay(holiday)) {
            current = date.atTime(end(holiday));
            return;
        }
        if (holiday != null) {
            counted += Math.max(0, seconds(start, start(holiday))) + seconds(end(holiday), end);
        } else {
            boolean isBegun =
                    date.equals(current.toLocalDate()) && !current.toLocalTime().isBefore(start);
            counted += seconds(isBegun ? current.toLocalTime() : start, end);
        }
        current = date.atTime(end);
    }

    private static boolean isWholeDay(ScheduleEntry entry) {
        return Duration.between(start(entry), end(entry)).plusSeconds(1).compareTo(DAY) >= 0;
    }

    private static long seconds(LocalTime from, LocalTime to) {
        return Duration.between(from, to).toSeconds();
    }

    private static LocalTime start(ScheduleEntry entry) {
        return entry.startsAt == null ? LocalTime.MIDNIGHT : entry.startsAt;
    }

    private static LocalTime end(ScheduleEntry entry) {
        return entry.endsAt == null ? LocalTime.of(23, 59, 59) : entry.endsAt;
    }
}
