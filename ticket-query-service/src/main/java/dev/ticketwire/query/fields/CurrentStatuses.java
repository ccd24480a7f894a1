package dev.ticketwire.query.fields;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Lets readers name statuses from the snapshot, and yet know one that was added a moment ago. */
@ApplicationScoped
public class CurrentStatuses {
    private final ReferenceSnapshot snapshot;

    CurrentStatuses(ReferenceSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * Reads with the snapshot; if a ticket has a status that it does not know, once more with a new one.
     *
     * @throws UnknownStatusException if a ticket's status does not exist
     */
    public <T> T read(Function<Reference, T> reading) {
        try {
            return reading.apply(snapshot.current());
        } catch (UnknownStatusException e) {
            snapshot.refresh();
            return reading.apply(snapshot.current());
        }
    }
}
