package dev.ticketwire.event.capture;

import dev.ticketwire.binlog.CapturedTable;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Placeholder until the real one is merged. */
@ApplicationScoped
public class EventAssemblers {
    @Inject
    public EventAssemblers(AgroalDataSource database, ReferenceSnapshot reference) {
        this(database, reference::current);
    }

    public EventAssemblers(DataSource database, Supplier<Reference> reference) {}

    public EventAssembler create() {
        throw new UnsupportedOperationException();
    }

    public static List<CapturedTable> tables() {
        throw new UnsupportedOperationException();
    }
}
