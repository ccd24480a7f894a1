package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A status. {@code state}: open, closed, archived or deleted; {@code properties}: JSON with allowreopen,
 * reopenstatus.
 */
@Entity
@Immutable
@Table(name = "ticket_status")
public class TicketStatus {

    @Id
    @Column(name = "id")
    public int id;

    @Column(name = "name")
    public String name = "";

    @Column(name = "state")
    public @Nullable String state;

    @Column(name = "mode")
    public int mode;

    @Column(name = "sort")
    public int sort;

    @Column(name = "properties")
    public String properties = "";

    public boolean isOpen() {
        return "open".equals(state);
    }

    public boolean isClosed() {
        return "closed".equals(state);
    }
}
