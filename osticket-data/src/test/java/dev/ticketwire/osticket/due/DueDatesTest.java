package dev.ticketwire.osticket.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.schema.ScheduleEntry;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDatesTest {
    private static final List<ScheduleEntry> OFFICE_HOURS = IntStream.rangeClosed(1, 5)
            .mapToObj(day -> entry(day, "weekly", "2019-01-07", "08:00:00", "17:00:00", day, null, null))
            .toList();
    private static final List<ScheduleEntry> ROUND_THE_CLOCK =
            List.of(entry(6, "daily", "2019-01-01", "00:00:00", "23:59:59", null, null, null));
    private static final List<ScheduleEntry> HOLIDAYS = List.of(
            holiday(8, 1, null, 1),
            holiday(9, 1, 3, 1),
            holiday(10, 1, -1, 5),
            holiday(11, 4, null, 7),
            holiday(12, 1, 1, 9),
            holiday(13, 1, 2, 10),
            holiday(14, 11, null, 11),
            holiday(15, 4, 4, 11),
            holiday(16, 25, null, 12));

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-23T23:01:56, 11-24T09:00:00, 11-24T12:00:00, 11-25T08:00:00, 11-26T23:59:59, 11-27T14:00:00, 12-02T11:00:00, 12-10T09:00:00
            2026-11-24T07:00:00, 11-24T09:00:00, 11-24T12:00:00, 11-25T08:00:00, 11-27T08:00:00, 11-27T14:00:00, 12-02T11:00:00, 12-10T09:00:00
            2026-11-24T10:30:15, 11-24T11:30:15, 11-24T14:30:15, 11-25T10:30:15, 11-27T10:30:15, 11-27T16:30:15, 12-02T13:30:15, 12-10T11:30:15
            2026-11-24T17:00:00, 11-25T09:00:00, 11-25T12:00:00, 11-27T08:00:00, 11-27T17:00:00, 11-30T14:00:00, 12-03T11:00:00, 12-11T09:00:00
            2026-11-25T16:59:59, 11-27T08:59:59, 11-27T11:59:59, 11-27T16:59:59, 11-30T16:59:59, 12-01T13:59:59, 12-04T10:59:59, 12-14T08:59:59
            2026-11-26T12:00:00, 11-27T09:00:00, 11-27T12:00:00, 11-27T17:00:00, 12-01T08:00:00, 12-01T14:00:00, 12-04T11:00:00, 12-14T09:00:00
            2026-11-27T16:00:00, 11-30T08:00:00, 11-30T11:00:00, 11-30T16:00:00, 12-01T16:00:00, 12-02T13:00:00, 12-07T10:00:00, 12-15T08:00:00
            2026-11-28T12:00:00, 11-30T09:00:00, 11-30T12:00:00, 12-01T08:00:00, 12-01T17:00:00, 12-02T14:00:00, 12-07T11:00:00, 12-15T09:00:00
            2026-12-31T09:00:00, 12-31T10:00:00, 12-31T13:00:00, 01-04T09:00:00, 01-05T09:00:00, 01-05T15:00:00, 01-08T12:00:00, 01-19T10:00:00
            """)
    void officeHoursAreCountedAsOsTicketCountsThem(
            LocalDateTime base, String h1, String h4, String h9, String h18, String h24, String h48, String h100) {
        assertThat(dueAfter(base, OFFICE_HOURS, HOLIDAYS)).isEqualTo(dates(base, h1, h4, h9, h18, h24, h48, h100));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-24T10:30:15, 11-24T11:30:15, 11-24T14:30:15, 11-24T19:30:15, 11-25T04:30:16, 11-25T10:30:16, 11-26T10:30:17, 11-28T14:30:19
            2026-11-27T16:00:00, 11-27T17:00:00, 11-27T20:00:00, 11-28T01:00:01, 11-28T10:00:01, 11-28T16:00:01, 11-29T16:00:02, 12-01T20:00:04
            """)
    void aDayRoundTheClockIsASecondShort(
            LocalDateTime base, String h1, String h4, String h9, String h18, String h24, String h48, String h100) {
        assertThat(dueAfter(base, ROUND_THE_CLOCK, List.of())).isEqualTo(dates(base, h1, h4, h9, h18, h24, h48, h100));
    }

    @Test
    void hoursAreCountedInTheZoneOfTheScheduleAndReturnedInThatOfTheDatabase() {
        LocalDateTime due = DueDates.due(
                LocalDateTime.parse("2026-11-24T00:11:25"),
                ZoneId.of("Europe/Berlin"),
                18,
                OFFICE_HOURS,
                HOLIDAYS,
                ZoneOffset.UTC);

        assertThat(due).isEqualTo("2026-11-27T00:59:59");
    }

    @Test
    void aScheduleWithoutEntriesCountsEveryHour() {
        LocalDateTime base = LocalDateTime.parse("2026-11-28T12:00:00");

        assertThat(DueDates.due(base, ZoneOffset.UTC, 48, List.of(), HOLIDAYS, ZoneOffset.UTC))
                .isEqualTo("2026-11-30T12:00:00");
    }

    @Test
    void aHolidayOfHalfADayLeavesTheRest() {
        ScheduleEntry morning = entry(20, "never", "2026-11-24", "08:00:00", "12:00:00", null, null, null);
        LocalDateTime base = LocalDateTime.parse("2026-11-24T07:00:00");

        assertThat(DueDates.due(base, ZoneOffset.UTC, 2, OFFICE_HOURS, List.of(morning), ZoneOffset.UTC))
                .isEqualTo("2026-11-24T14:00:00");
    }

    @Test
    @Timeout(20)
    void aScheduleWhoseEveryDayIsAHolidayEnds() {
        List<ScheduleEntry> always =
                List.of(entry(30, "daily", "2019-01-01", "00:00:00", "23:59:59", null, null, null));
        LocalDateTime base = LocalDateTime.parse("2026-11-24T07:00:00");

        assertThat(DueDates.due(base, ZoneOffset.UTC, 2, OFFICE_HOURS, always, ZoneOffset.UTC))
                .isAfter(base);
    }

    @Test
    void aScheduleThatHasStoppedEndsTheCountWhereItIs() {
        ScheduleEntry stopped = entry(1, "daily", "2019-01-01", "08:00:00", "17:00:00", null, null, null);
        stopped.stopsOn = LocalDateTime.parse("2020-01-01T00:00:00");
        LocalDateTime base = LocalDateTime.parse("2026-11-24T07:00:00");

        assertThat(DueDates.due(base, ZoneOffset.UTC, 2, List.of(stopped), List.of(), ZoneOffset.UTC))
                .isEqualTo(base);
    }

    @ParameterizedTest
    @CsvSource({
        "never,      2025-09-10, ,   ,   ,  2025-09-10, 2025-09-11",
        "daily,      2025-09-10, ,   ,   ,  2025-09-11, 2025-09-09",
        "weekly,     2025-01-01, 3,  ,   ,  2025-09-10, 2025-09-11",
        "weekdays,   2025-01-01, ,   ,   ,  2025-09-12, 2025-09-13",
        "weekends,   2025-01-01, ,   ,   ,  2025-09-14, 2025-09-12",
        "monthly,    2025-01-01, 31, ,   ,  2025-08-31, 2025-09-30",
        "monthly,    2025-01-01, 1,  1,  ,  2025-09-01, 2025-09-08",
        "monthly,    2025-01-01, 5, -1,  ,  2025-09-26, 2025-09-19",
        "yearly,     2025-01-01, 25, , 12,  2025-12-25, 2025-11-25",
        "yearly,     2025-01-01, 1, -1,  5, 2025-05-26, 2025-05-19",
        "yearly,     2025-01-01, 1,  1,  9, 2025-09-08, 2025-09-01",
        "yearly,     2025-01-01, 1,  1,  9, 2026-09-07, 2026-09-14",
        "yearly,     2025-01-01, 4,  4, 11, 2026-11-26, 2026-11-19",
        "fortnightly,2025-01-01, 4,  4, 11, ,           2026-11-19",
    })
    void anEntryRepeatsAsItSays(
            String repeats,
            String startsOn,
            @Nullable Integer day,
            @Nullable Integer week,
            @Nullable Integer month,
            @Nullable LocalDate on,
            LocalDate off) {
        ScheduleEntry entry = entry(1, repeats, startsOn, "08:00:00", "17:00:00", day, week, month);

        assertThat(on == null || ScheduleDays.isOn(entry, on)).isTrue();
        assertThat(ScheduleDays.isOn(entry, off)).isFalse();
    }

    private static List<LocalDateTime> dueAfter(
            LocalDateTime base, List<ScheduleEntry> entries, List<ScheduleEntry> holidays) {
        List<LocalDateTime> due = new ArrayList<>();
        for (int hours : List.of(1, 4, 9, 18, 24, 48, 100)) {
            due.add(DueDates.due(base, ZoneOffset.UTC, hours, entries, holidays, ZoneOffset.UTC));
        }
        return due;
    }

    private static List<LocalDateTime> dates(LocalDateTime base, String... monthDays) {
        List<LocalDateTime> dates = new ArrayList<>();
        for (String monthDay : monthDays) {
            LocalDateTime date = LocalDateTime.parse(base.getYear() + "-" + monthDay);
            dates.add(date.getMonth() == Month.JANUARY ? date.plusYears(1) : date);
        }
        return dates;
    }

    private static ScheduleEntry holiday(int id, Integer day, @Nullable Integer week, Integer month) {
        return entry(id, "yearly", "2019-01-01", "00:00:00", "23:59:59", day, week, month);
    }

    private static ScheduleEntry entry(
            int id,
            String repeats,
            String startsOn,
            String from,
            String to,
            @Nullable Integer day,
            @Nullable Integer week,
            @Nullable Integer month) {
        ScheduleEntry entry = new ScheduleEntry();
        entry.id = id;
        entry.repeats = repeats;
        entry.startsOn = LocalDate.parse(startsOn);
        entry.startsAt = LocalTime.parse(from);
        entry.endsAt = LocalTime.parse(to);
        entry.day = day;
        entry.week = week;
        entry.month = month;
        return entry;
    }
}
