package dev.ticketwire.event.capture;

import dev.ticketwire.binlog.CapturedTable;
import dev.ticketwire.event.capture.lookup.SqlHelpDeskLookup;
import dev.ticketwire.event.capture.row.CapturedTables;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Makes assemblers: one for each time that the log is read from a checkpoint. */
@ApplicationScoped
public class EventAssemblers {
    private final DataSource database;
    private final Supplier<Reference> reference;

    @Inject
    EventAssemblers(AgroalDataSource database, ReferenceSnapshot snapshot) {
        this(database, snapshot::current);
    }

    /** Without CDI. */
    public EventAssemblers(DataSource database, Supplier<Reference> reference) {
        this.database = database;
        this.reference = reference;
    }

    /** A new assembler, to be resumed at a checkpoint. */
    public EventAssembler create() {
        return new TicketEventAssembler(reference, new SqlHelpDeskLookup(database, reference));
    }

    /** The tables whose rows an assembler has to get. */
    public static List<CapturedTable> tables() {
        return CapturedTables.all();
    }
}
