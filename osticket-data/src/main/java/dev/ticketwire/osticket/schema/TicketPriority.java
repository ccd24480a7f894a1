package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * A priority. {@code tag}: key such as {@code high}; {@code description}: the displayed name; urgency 1 is the highest.
 */
@Entity
@Immutable
@Table(name = "ticket_priority")
public class TicketPriority {

    @Id
    @Column(name = "priority_id")
    public int id;

    @Column(name = "priority")
    public String tag = "";

    @Column(name = "priority_desc")
    public String description = "";

    @Column(name = "priority_urgency")
    public int urgency;

    @Column(name = "ispublic")
    public boolean isPublic;
}
