package dev.ticketwire.command.ticket;

import dev.ticketwire.osticket.due.DueDates;
import dev.ticketwire.osticket.format.StoredJson;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.Schedule;
import dev.ticketwire.osticket.schema.ScheduleEntry;
import dev.ticketwire.osticket.schema.ServiceLevel;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calculates due dates by service level, and reuses them for tickets with the same input. */
public final class SlaDeadlines {
    private final Reference reference;
    private final ZoneId databaseZone;
    private final Map<Promise, LocalDateTime> known = new HashMap<>();

    private record Promise(LocalDateTime base, int hours, int schedule) {}

    /** @param databaseZone the zone of the database's wall clock */
    public SlaDeadlines(Reference reference, ZoneId databaseZone) {
        this.reference = reference;
        this.databaseZone = databaseZone;
    }

    /**
     * @param base start of the period: when the ticket was opened or reopened
     * @return null without a service level, or with an inactive one
     */
    public @Nullable LocalDateTime of(
            @Nullable ServiceLevel level, @Nullable Department department, LocalDateTime base) {
        if (level == null || !level.isActive()) {
            return null;
        }
        return known.computeIfAbsent(new Promise(base, level.gracePeriod, schedule(level, department)), this::due);
    }

    private int schedule(ServiceLevel level, @Nullable Department department) {
        int[] candidates = {
            department == null ? 0 : department.scheduleId,
            level.scheduleId,
            reference.config().number("schedule_id")
        };
        for (int candidate : candidates) {
            Schedule schedule = reference.schedules().get(candidate);
            if (schedule != null && schedule.isBusinessHours()) {
                return candidate;
            }
        }
        return 0;
    }

    private LocalDateTime due(Promise promise) {
        Schedule schedule = reference.schedules().get(promise.schedule);
        return DueDates.due(
                promise.base,
                databaseZone,
                promise.hours,
                reference.scheduleEntries().getOrDefault(promise.schedule, List.of()),
                holidays(promise.schedule),
                zone(schedule));
    }

    private List<ScheduleEntry> holidays(int schedule) {
        return StoredJson.read(reference.config().text("schedule." + schedule, "configuration"))
                .numbers("holidays")
                .stream()
                .flatMap(id -> reference.scheduleEntries().getOrDefault(id, List.of()).stream())
                .toList();
    }

    private ZoneId zone(@Nullable Schedule schedule) {
        String own = schedule == null ? null : schedule.timezone;
        try {
            return ZoneId.of(own == null || own.isBlank() ? reference.config().text("default_timezone") : own);
        } catch (DateTimeException e) {
            return databaseZone;
        }
    }
}
