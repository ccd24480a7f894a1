package dev.ticketwire.osticket.read;

import dev.ticketwire.osticket.schema.InboxEntry;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Looks up single commands in the inbox. The command service reads many and writes all of them by SQL. */
@ApplicationScoped
public class InboxRepository implements PanacheRepositoryBase<InboxEntry, String> {
    private final HelpDeskReads reads;

    InboxRepository(HelpDeskReads reads) {
        this.reads = reads;
    }

    /**
     * One statement, outside any transaction; needs an active request.
     *
     * @param id a command's id
     * @return empty for a command that has not been handled yet
     */
    public Optional<InboxEntry> lookUp(String id) {
        return reads.readEntities(() -> findByIdOptional(id));
    }
}
