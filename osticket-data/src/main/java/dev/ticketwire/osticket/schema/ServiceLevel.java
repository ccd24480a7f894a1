package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** An SLA plan. Flags: 1 active, 2 escalate, 4 no overdue alerts, 8 transient. {@code gracePeriod} in hours. */
@Entity
@Immutable
@Table(name = "sla")
public class ServiceLevel {

    @Id
    @Column(name = "id")
    public int id;

    @Column(name = "name")
    public String name = "";

    @Column(name = "flags")
    public int flags;

    @Column(name = "grace_period")
    public int gracePeriod;

    @Column(name = "schedule_id")
    public int scheduleId;

    public boolean isActive() {
        return (flags & 1) != 0;
    }
}
