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

/**
 * When a service level is due: hours counted in working time. This is osTicket 1.18's own way of counting, its edges
 * included, because the agent panel shows the date: hours that run out exactly at the end of a day are due when the next one
 * begins (or when a holiday ends), and a day that lasts until 23:59:59 is a second short.
 */
public final class DueDates {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration LOOK_AHEAD = Duration.ofHours(72);

    /** Ends the search in a schedule whose every working day is a holiday; far beyond any service level. */
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
     * @param base when the clock starts: creation or reopening, wall-clock time of {@code databaseZone}
     * @param hours the grace period of the service level
     * @param entries of the schedule; none means the hours are counted around the clock
     * @param holidays entries of the schedules that are holidays of it
     * @param scheduleZone the zone the entries' days and times are of
     * @return wall-clock time of {@code databaseZone}, to the second
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
            days = ScheduleDays.between(
                    entries, from.toLocalDate(), from.plus(LOOK_AHEAD).toLocalDate());
            if (days.isEmpty()) {
                return;
            }
            SortedMap<LocalDate, ScheduleEntry> free =
                    ScheduleDays.between(holidays, from.toLocalDate(), days.lastKey());
            for (Map.Entry<LocalDate, ScheduleEntry> day : days.entrySet()) {
                work(day.getKey(), day.getValue(), free);
                if (counted > needed) {
                    current = current.minusSeconds(counted - needed);
                    return;
                }
            }
        }
    }

    private void work(LocalDate date, ScheduleEntry entry, Map<LocalDate, ScheduleEntry> free) {
        LocalTime start = start(entry);
        LocalTime end = end(entry);
        boolean partial = false;
        if (date.equals(current.toLocalDate())) {
            if (current.toLocalTime().isAfter(end)) {
                return;
            }
            partial = !current.toLocalTime().isBefore(start);
        } else if (date.atTime(end)
                .toInstant(ZoneOffset.UTC)
                .isBefore(current.atZone(zone).toInstant())) {
            return;
        }
        long lead = 0;
        ScheduleEntry holiday = free.get(date);
        if (holiday != null) {
            current = date.atTime(end(holiday));
            if (Duration.between(start(holiday), end(holiday)).plusSeconds(1).compareTo(DAY) >= 0) {
                return;
            }
            partial = true;
            lead = Math.max(0, seconds(start, start(holiday)));
        }
        counted += partial ? seconds(current.toLocalTime(), end) + lead : seconds(start, end);
        current = date.atTime(end);
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
