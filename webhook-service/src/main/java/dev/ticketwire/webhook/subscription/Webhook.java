package dev.ticketwire.webhook.subscription;

import dev.ticketwire.osticket.schema.UtcMillis;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ticketwire_webhook}: a subscription as it is kept. Times are read as {@code CONCAT(column)}: as a text
 * the driver (MariaDB Connector/J 3.5.7) makes {@code 12.79} of {@code 12.079}.
 */
@Entity
@Table(name = "ticketwire_webhook")
public class Webhook {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    public @Nullable Integer id;

    @Column(name = "key_id", updatable = false)
    public int keyId;

    @Column(name = "description")
    public String description = "";

    /** {@link Filters} as JSON. */
    @Column(name = "filter")
    public String filter = "{}";

    /** JSON, null for the event itself. */
    @Column(name = "template")
    public @Nullable String template;

    /** {@link Confidential}, encrypted. */
    @Column(name = "sealed")
    public byte[] sealed = new byte[0];

    /** {@link Subscription.State} in lower case. */
    @Column(name = "state")
    public String state = "active";

    /** Why it is not active, null if it is: {@code owner, operator, failing, gone, key}. */
    @Column(name = "reason")
    public @Nullable String reason;

    @Convert(converter = UtcMillis.class)
    @ColumnTransformer(read = "CONCAT(failing_since)")
    @Column(name = "failing_since")
    public @Nullable Instant failingSince;

    @Convert(converter = UtcMillis.class)
    @ColumnTransformer(read = "CONCAT(last_success)")
    @Column(name = "last_success")
    public @Nullable Instant lastSuccess;

    @Convert(converter = UtcMillis.class)
    @ColumnTransformer(read = "CONCAT(missed_since)")
    @Column(name = "missed_since")
    public @Nullable Instant missedSince;

    /** Grows with every change of what deliveries depend on. */
    @Column(name = "revision")
    public int revision = 1;

    /** SHA-256 of key and content, by which a repeated request is known. */
    @Column(name = "fingerprint", updatable = false)
    public String fingerprint = "";

    /** SHA-256 of the {@code Idempotency-Key}, null without one. */
    @Column(name = "idempotency")
    public @Nullable String idempotency;

    @Convert(converter = UtcMillis.class)
    @ColumnTransformer(read = "CONCAT(created)")
    @Column(name = "created", updatable = false)
    public Instant created = Instant.EPOCH;

    @Convert(converter = UtcMillis.class)
    @ColumnTransformer(read = "CONCAT(changed)")
    @Column(name = "changed")
    public Instant changed = Instant.EPOCH;
}
