package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A department. Flags: 1 assign members only, 2 no auto-claim, 4 active, 8 archived, 0x10 primary members only, 0x20
 * no auto-assign on reopen.
 */
@Entity
@Immutable
@Table(name = "department")
public class Department {

    @Id
    @Column(name = "id")
    public int id;

    @Column(name = "pid")
    public @Nullable Integer parentId;

    @Column(name = "name")
    public String name = "";

    @Column(name = "flags")
    public int flags;

    @Column(name = "sla_id")
    public int slaId;

    @Column(name = "schedule_id")
    public int scheduleId;

    @Column(name = "manager_id")
    public int managerId;

    @Column(name = "ispublic")
    public boolean isPublic;

    @Column(name = "group_membership")
    public int groupMembership;

    @Column(name = "ticket_auto_response")
    public boolean ticketAutoResponse;

    @Column(name = "message_auto_response")
    public boolean messageAutoResponse;

    @Column(name = "tpl_id")
    public int templateSetId;

    @Column(name = "email_id")
    public int mailboxId;

    @Column(name = "autoresp_email_id")
    public int autoResponseMailboxId;

    @Column(name = "signature")
    public String signature = "";

    public boolean isActive() {
        return (flags & 4) != 0;
    }

    /** Whether an agent who answers an unassigned ticket is assigned to it. */
    public boolean allowsClaims() {
        return (flags & 2) == 0;
    }

    public boolean isArchived() {
        return (flags & 8) != 0;
    }
}
