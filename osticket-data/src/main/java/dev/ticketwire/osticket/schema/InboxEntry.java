package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A handled command with its outcome. The command service writes these rows, in the transaction of the tickets. */
@Entity
@Immutable
@Table(name = "ticketwire_command")
public class InboxEntry {

    /** The command's id, a UUID. */
    @Id
    @Column(name = "id")
    public String id = "";

    /** {@code applied}, {@code rejected} or {@code failed}. */
    @Column(name = "state")
    public String state = "";

    /** The command's type. */
    @Column(name = "kind")
    public String kind = "";

    @Column(name = "api_key_id")
    public int apiKeyId;

    /** SHA-256 of the request, 64 hexadecimal digits. */
    @Column(name = "fingerprint")
    public String fingerprint = "";

    /** Null if the command created or found no ticket. */
    @Column(name = "ticket_number")
    public @Nullable String ticketNumber;

    /** The published outcome, JSON. */
    @Column(name = "outcome")
    public @Nullable String outcome;
}
