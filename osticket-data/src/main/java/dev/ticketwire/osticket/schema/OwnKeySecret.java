package dev.ticketwire.osticket.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A secret of an {@link OwnKey}. Only its digest is stored; a key has two for a while after a rotation. */
@Entity
@Table(name = "ticketwire_key_secret")
public class OwnKeySecret {

    /** SHA-256, 64 hexadecimal digits. */
    @Id
    @Column(name = "digest")
    public String digest = "";

    @Column(name = "key_id")
    public int keyId;

    /** The secret's first characters, by which people recognise it. */
    @Column(name = "prefix")
    public String prefix = "";

    @Convert(converter = UtcDateTime.class)
    @Column(name = "created", updatable = false)
    public Instant created = Instant.EPOCH;

    /** Null: as long as the key. */
    @Convert(converter = UtcDateTime.class)
    @ColumnTransformer(read = "CONCAT(valid_until)")
    @Column(name = "valid_until")
    public @Nullable Instant validUntil;
}
