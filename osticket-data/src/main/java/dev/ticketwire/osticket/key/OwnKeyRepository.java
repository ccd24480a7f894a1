package dev.ticketwire.osticket.key;

import dev.ticketwire.osticket.schema.OwnKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** Ticketwire's own keys. */
@ApplicationScoped
class OwnKeyRepository implements PanacheRepositoryBase<OwnKey, Integer> {

    List<OwnKey> everyKey() {
        return listAll(Sort.by("id"));
    }

    /** Reads the row and locks it until the transaction ends. */
    Optional<OwnKey> lock(int id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
