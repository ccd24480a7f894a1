package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A help topic. Flags: 1 own number format, 2 active, 4 archived. */
@Entity
@Immutable
@Table(name = "help_topic")
public class HelpTopic {

    @Id
    @Column(name = "topic_id")
    public int id;

    @Column(name = "topic_pid")
    public int parentId;

    @Column(name = "topic")
    public String name = "";

    @Column(name = "flags")
    public int flags;

    @Column(name = "ispublic")
    public boolean isPublic;

    @Column(name = "noautoresp")
    public boolean noAutoResponse;

    @Column(name = "status_id")
    public int statusId;

    @Column(name = "priority_id")
    public int priorityId;

    @Column(name = "dept_id")
    public int departmentId;

    @Column(name = "staff_id")
    public int staffId;

    @Column(name = "team_id")
    public int teamId;

    @Column(name = "sla_id")
    public int slaId;

    @Column(name = "sequence_id")
    public int sequenceId;

    @Column(name = "number_format")
    public @Nullable String numberFormat;

    @Column(name = "sort")
    public int sort;

    public boolean isActive() {
        return (flags & 2) != 0;
    }

    public boolean isArchived() {
        return (flags & 4) != 0;
    }

    /** Whether it numbers its tickets with its own sequence and format instead of the help desk's. */
    public boolean hasOwnNumbers() {
        return (flags & 1) != 0;
    }
}
