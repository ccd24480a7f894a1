package dev.ticketwire.osticket.key;

import static dev.ticketwire.osticket.sql.Column.column;

import dev.ticketwire.osticket.schema.KeyLastUse;
import dev.ticketwire.osticket.schema.UtcDateTime;
import dev.ticketwire.osticket.sql.Insert;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Stores when keys were last used. */
@ApplicationScoped
class KeyLastUseRepository implements PanacheRepositoryBase<KeyLastUse, Integer> {
    private static final UtcDateTime TIME = new UtcDateTime();
    private static final Insert<Use> USES = Insert.<Use>into(
                    "ticketwire_key_use", column("key_id", Use::keyId), column("last_used", Use::lastUsed))
            .updatingDuplicates("last_used = GREATEST(last_used, VALUES(last_used))");

    private record Use(int keyId, String lastUsed) {}

    /**
     * Stores times of last use; a time before the stored one changes nothing. One statement for all keys, without a
     * previous read, because each gateway does this every few seconds: entities would need two statements per key.
     */
    void note(Map<Integer, Instant> times) {
        List<Use> uses = times.entrySet().stream()
                .map(entry -> new Use(entry.getKey(), String.valueOf(TIME.convertToDatabaseColumn(entry.getValue()))))
                .toList();
        getSession().doWork(connection -> USES.execute(connection, uses));
    }
}
