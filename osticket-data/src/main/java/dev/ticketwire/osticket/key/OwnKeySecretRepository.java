package dev.ticketwire.osticket.key;

import dev.ticketwire.osticket.schema.OwnKeySecret;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Secrets of Ticketwire's own keys. */
@ApplicationScoped
class OwnKeySecretRepository implements PanacheRepositoryBase<OwnKeySecret, String> {

    /** The secrets of all keys that are valid at {@code now}. */
    List<OwnKeySecret> valid(Instant now) {
        return list("validUntil is null or validUntil > ?1", now);
    }

    List<OwnKeySecret> ofKey(int keyId) {
        return list("keyId", keyId);
    }

    /** Adds a secret to a key, valid as long as the key. */
    void add(int keyId, KeySecret secret, Instant now) {
        OwnKeySecret row = new OwnKeySecret();
        row.digest = secret.digest();
        row.keyId = keyId;
        row.prefix = secret.prefix();
        row.created = now;
        persist(row);
    }

    /** Limits the validity of a key's secrets to {@code end}, unless they end sooner, and deletes expired ones. */
    void end(int keyId, Instant now, Instant end) {
        for (OwnKeySecret secret : ofKey(keyId)) {
            if (secret.validUntil == null || secret.validUntil.isAfter(end)) {
                secret.validUntil = end;
            } else if (secret.validUntil.isBefore(now)) {
                delete(secret);
            }
        }
    }
}
