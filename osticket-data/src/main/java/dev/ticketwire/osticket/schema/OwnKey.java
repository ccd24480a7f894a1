package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An API key that osTicket does not know. Its ids begin at 900000001, beyond those of osTicket's keys. */
@Entity
@Table(name = "ticketwire_key")
public class OwnKey {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    public @Nullable Integer id;

    @Column(name = "name")
    public String name = "";

    @Column(name = "active")
    public boolean active = true;

    @Column(name = "can_create_tickets")
    public boolean canCreateTickets;

    @Column(name = "can_update_tickets")
    public boolean canUpdateTickets;

    @Column(name = "can_read_tickets")
    public boolean canReadTickets;

    @Column(name = "can_search_tickets")
    public boolean canSearchTickets;

    @Column(name = "can_delete_tickets")
    public boolean canDeleteTickets;

    @Column(name = "can_read_stats")
    public boolean canReadStats;

    @Column(name = "can_manage_subtickets")
    public boolean canManageSubtickets;

    @Convert(converter = UtcDateTime.class)
    @Column(name = "created", updatable = false)
    public Instant created = Instant.EPOCH;
}
