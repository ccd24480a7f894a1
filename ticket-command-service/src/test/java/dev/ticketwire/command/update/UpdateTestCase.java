package dev.ticketwire.command.update;

import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The handler on a real database with the demo help desk; each test in a transaction that is rolled back. */
abstract class UpdateTestCase {
    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot snapshot;

    @Inject
    UpdateTickets handler;

    Workbench desk;

    @BeforeEach
    void begin() throws SQLException {
        snapshot.refresh();
        desk = new Workbench(handler, database.getConnection(), snapshot.current());
    }

    @AfterEach
    void undo() throws SQLException {
        desk.close();
    }
}
