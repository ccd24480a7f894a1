package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A team. Flags: 1 enabled, 2 no alerts. */
@Entity
@Immutable
@Table(name = "team")
public class Team {

    @Id
    @Column(name = "team_id")
    public int id;

    @Column(name = "lead_id")
    public int leadId;

    @Column(name = "flags")
    public int flags;

    @Column(name = "name")
    public String name = "";

    public boolean isEnabled() {
        return (flags & 1) != 0;
    }

    /** Whether assignments to it are told its members or lead. */
    public boolean wantsAlerts() {
        return (flags & 2) == 0;
    }
}
