package dev.ticketwire.query.search;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.filter.VisibilitySql;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.query.fields.ReferenceNames;
import dev.ticketwire.query.fields.TicketFields;
import dev.ticketwire.query.fields.TicketPageSql;
import dev.ticketwire.query.fields.TicketSummaryView;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Finds a ticket by the external id that an API key gave it. One statement. */
@ApplicationScoped
class ExternalIdReader {
    private static final String TICKET = """
            SELECT STRAIGHT_JOIN t.ticket_id
            FROM ticketwire_external_id e
              JOIN {ticket} t ON t.ticket_id = e.ticket_id
              JOIN {ticket_status} s ON s.id = t.status_id
            WHERE e.api_key_id = ? AND e.external_id = ?%s
            """;

    private final HelpDeskReads reads;
    private final ReferenceSnapshot snapshot;

    ExternalIdReader(HelpDeskReads reads, ReferenceSnapshot snapshot) {
        this.reads = reads;
        this.snapshot = snapshot;
    }

    /** @param visible the departments whose tickets the caller may see */
    Optional<TicketSummaryView> find(int apiKeyId, String externalId, Departments visible) {
        Reference reference = snapshot.current();
        return reads.read(connection -> find(connection, apiKeyId, externalId, visible, reference));
    }

    private static Optional<TicketSummaryView> find(
            Connection connection, int apiKeyId, String externalId, Departments visible, Reference reference)
            throws SQLException {
        String sql = TicketPageSql.fields(TICKET.formatted(VisibilitySql.and("t.dept_id", visible)), "t.ticket_id");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, apiKeyId);
            statement.setString(2, externalId);
            TicketFields.bindForm(statement, VisibilitySql.bind(statement, 3, visible), reference);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new TicketSummaryView(TicketFields.read(row, new ReferenceNames(reference))))
                        : Optional.empty();
            }
        }
    }
}
