package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** When an API key was last used. Gateways write it every few seconds for many keys at once, by SQL. */
@Entity
@Table(name = "ticketwire_key_use")
public class KeyLastUse {

    /** Id of a row of osTicket's {@code api_key}, or of an {@link OwnKey}. */
    @Id
    @Column(name = "key_id")
    public int keyId;

    @Convert(converter = UtcDateTime.class)
    @Column(name = "last_used")
    public Instant lastUsed = Instant.EPOCH;
}
