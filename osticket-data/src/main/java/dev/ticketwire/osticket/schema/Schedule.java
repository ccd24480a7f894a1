package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A schedule: business hours (flag 1) or else a set of holidays. If {@code timezone} is null, the help desk's default
 * applies.
 */
@Entity
@Immutable
@Table(name = "schedule")
public class Schedule {

    @Id
    @Column(name = "id")
    public int id;

    @Column(name = "name")
    public String name = "";

    @Column(name = "flags")
    public int flags;

    @Column(name = "timezone")
    public @Nullable String timezone;

    public boolean isBusinessHours() {
        return (flags & 1) != 0;
    }
}
