package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * Restrictions of an API key that osTicket's key table has no columns for; for osTicket's keys too. Null means no
 * restriction.
 */
@Entity
@Table(name = "ticketwire_key_settings")
public class KeyRestrictions {

    /** Id of a row of osTicket's {@code api_key}, or of an {@link OwnKey}. */
    @Id
    @Column(name = "key_id")
    public int keyId;

    /** Ids, separated by commas. */
    @Column(name = "departments")
    public @Nullable String departments;

    /** IP addresses and CIDR ranges, separated by commas. */
    @Column(name = "addresses")
    public @Nullable String addresses;

    @Column(name = "sees_notes")
    public boolean seesNotes = true;

    @Column(name = "may_subscribe")
    public boolean maySubscribe;

    @Convert(converter = UtcDateTime.class)
    @ColumnTransformer(read = "CONCAT(expires)")
    @Column(name = "expires")
    public @Nullable Instant expires;

    @Column(name = "requests_per_second")
    public @Nullable Integer requestsPerSecond;

    @Column(name = "in_flight")
    public @Nullable Integer inFlight;
}
