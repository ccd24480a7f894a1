package dev.ticketwire.command.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.Handler;
import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.contract.command.DeleteTicket;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Look-ups by texts that no column of osTicket can hold, on a real database with the demo help desk. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class UnstorableTextIT {
    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot snapshot;

    @Inject
    OpenTickets handler;

    @Inject
    Handler<DeleteTicket> deletions;

    private Desk desk;

    @BeforeEach
    void begin() throws SQLException {
        snapshot.refresh();
        desk = new Desk(handler, database.getConnection(), snapshot.current());
    }

    @AfterEach
    void undo() throws SQLException {
        desk.close();
    }

    /** No column of osTicket can be compared with an emoji. */
    @Test
    void whatNoColumnCanHoldIsFoundNowhere() throws SQLException {
        assertThat(desk.apply(TestTicket.of("smile").with("email", "a😀@example.org"))
                        .getFirst())
                .isInstanceOf(Result.Rejected.class);
        assertThat(desk.apply(TestTicket.of("smile").with("parent", "😀")).getFirst())
                .isInstanceOf(Result.Rejected.class);
        assertThat(desk.apply(deletions, List.of(new DeleteTicket("😀"))).getFirst())
                .isInstanceOf(Result.Rejected.class);
    }
}
