package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A period of a schedule. {@code repeats} is never, daily, weekly, weekdays, weekends, monthly or yearly; times and
 * dates are in the schedule's time zone.
 */
@Entity
@Immutable
@Table(name = "schedule_entry")
public class ScheduleEntry {

    @Id
    @Column(name = "id")
    public int id;

    @Column(name = "schedule_id")
    public int scheduleId;

    @Column(name = "sort")
    public int sort;

    @Column(name = "name")
    public String name = "";

    @Column(name = "repeats")
    public String repeats = "";

    @Column(name = "starts_on")
    public @Nullable LocalDate startsOn;

    @Column(name = "starts_at")
    public @Nullable LocalTime startsAt;

    @Column(name = "ends_on")
    public @Nullable LocalDate endsOn;

    @Column(name = "ends_at")
    public @Nullable LocalTime endsAt;

    @Column(name = "stops_on")
    public @Nullable LocalDateTime stopsOn;

    @Column(name = "day")
    public @Nullable Integer day;

    @Column(name = "week")
    public @Nullable Integer week;

    @Column(name = "month")
    public @Nullable Integer month;
}
