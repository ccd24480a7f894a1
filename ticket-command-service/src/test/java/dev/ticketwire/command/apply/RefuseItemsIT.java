package dev.ticketwire.command.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.ticket.Sandbox;
import dev.ticketwire.contract.command.RefuseItem;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class RefuseItemsIT {
    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot snapshot;

    @Inject
    RefuseItems handler;

    @Test
    void theGatewaysRefusalBecomesTheOutcome() throws SQLException {
        Refusal refusal = new Refusal("invalid-body", 400, "No data provided", null);
        snapshot.refresh();

        try (Sandbox desk = new Sandbox(database.getConnection(), snapshot.current())) {
            assertThat(desk.apply(handler, List.of(new RefuseItem(refusal))).stream()
                            .map(Sandbox::refusal))
                    .containsExactly(refusal);
        }
    }
}
