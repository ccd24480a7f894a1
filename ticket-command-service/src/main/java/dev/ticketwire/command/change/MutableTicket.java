package dev.ticketwire.command.change;

import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns of a ticket while a command changes them. */
public final class MutableTicket {
    public final TicketRow before;
    public int parent;
    public int status;
    public int department;
    public int serviceLevel;
    public int topic;
    public int staff;
    public int team;
    public boolean overdue;
    public boolean answered;

    public @Nullable LocalDateTime dueDate;

    public @Nullable LocalDateTime estimatedDueDate;

    public @Nullable LocalDateTime reopened;

    public @Nullable LocalDateTime closed;

    public @Nullable LocalDateTime lastUpdate;

    public MutableTicket(TicketRow row) {
        before = row;
        parent = row.parent();
        status = row.status();
        department = row.department();
        serviceLevel = row.serviceLevel();
        topic = row.topic();
        staff = row.staff();
        team = row.team();
        overdue = row.overdue();
        answered = row.answered();
        dueDate = row.dueDate();
        estimatedDueDate = row.estimatedDueDate();
        reopened = row.reopened();
        closed = row.closed();
        lastUpdate = row.lastUpdate();
    }

    public int id() {
        return before.id();
    }

    /** Clears due dates that have passed: they no longer cause warnings. */
    public void forgetPastDueDates(LocalDateTime now) {
        dueDate = isPast(dueDate, now) ? null : dueDate;
        estimatedDueDate = isPast(estimatedDueDate, now) ? null : estimatedDueDate;
    }

    public static boolean isPast(@Nullable LocalDateTime time, LocalDateTime now) {
        return time != null && !time.isAfter(now);
    }

    /** The columns whose values have changed, in the form in which they are written. */
    Map<String, @Nullable Object> changes() {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        put(changes, "ticket_pid", before.parent(), parent);
        put(changes, "status_id", before.status(), status);
        put(changes, "dept_id", before.department(), department);
        put(changes, "sla_id", before.serviceLevel(), serviceLevel);
        put(changes, "topic_id", before.topic(), topic);
        put(changes, "staff_id", before.staff(), staff);
        put(changes, "team_id", before.team(), team);
        put(changes, "isoverdue", before.overdue() ? 1 : 0, overdue ? 1 : 0);
        put(changes, "isanswered", before.answered() ? 1 : 0, answered ? 1 : 0);
        put(changes, "duedate", before.dueDate(), dueDate);
        put(changes, "est_duedate", before.estimatedDueDate(), estimatedDueDate);
        put(changes, "reopened", before.reopened(), reopened);
        put(changes, "closed", before.closed(), closed);
        put(changes, "lastupdate", before.lastUpdate(), lastUpdate);
        return changes;
    }

    private static void put(
            Map<String, @Nullable Object> changes, String column, @Nullable Object was, @Nullable Object is) {
        if (!Objects.equals(was, is)) {
            changes.put(column, is instanceof LocalDateTime time ? DatabaseTime.text(time) : is);
        }
    }
}
