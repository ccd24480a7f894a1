package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * An e-mail address of the help desk. {@code departmentId}, {@code topicId}, {@code priorityId}: those of tickets from
 * its mails, 0 for none.
 */
@Entity
@Immutable
@Table(name = "email")
public class Mailbox {

    @Id
    @Column(name = "email_id")
    public int id;

    @Column(name = "email")
    public String address = "";

    @Column(name = "name")
    public String name = "";

    /** Whether new tickets by mails to it get no automatic response. */
    @Column(name = "noautoresp")
    public boolean noAutoResponse;

    @Column(name = "dept_id")
    public int departmentId;

    @Column(name = "topic_id")
    public int topicId;

    @Column(name = "priority_id")
    public int priorityId;
}
