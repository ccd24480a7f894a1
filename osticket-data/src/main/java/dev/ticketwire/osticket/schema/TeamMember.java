package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** A member of a team. Flag 1: alerts. */
@Entity
@Immutable
@IdClass(TeamMember.Key.class)
@Table(name = "team_member")
public class TeamMember {

    @Id
    @Column(name = "team_id")
    public int teamId;

    @Id
    @Column(name = "staff_id")
    public int staffId;

    @Column(name = "flags")
    public int flags;

    public boolean wantsAlerts() {
        return (flags & 1) != 0;
    }

    /** The composite key. */
    public record Key(int teamId, int staffId) implements Serializable {}
}
