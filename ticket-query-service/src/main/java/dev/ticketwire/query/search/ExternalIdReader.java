package dev.ticketwire.query.search;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.filter.VisibilitySql;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.query.fields.CurrentStatuses;
import dev.ticketwire.query.fields.ReferenceNames;
import dev.ticketwire.query.fields.TicketAnswers;
import dev.ticketwire.query.fields.TicketFields;
import dev.ticketwire.query.fields.TicketPageSql;
import dev.ticketwire.query.fields.TicketSummaryView;
import dev.ticketwire.query.fields.UnknownStatusException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Finds a ticket by the external id that an API key gave it. One statement. */
@ApplicationScoped
class ExternalIdReader {
    private static final String FROM = """
            FROM ticketwire_external_id e
              JOIN {ticket} t ON t.ticket_id = e.ticket_id
            """;
    private static final String WHERE = "WHERE e.api_key_id = ? AND e.external_id = ?";

    private final HelpDeskReads reads;
    private final CurrentStatuses statuses;

    ExternalIdReader(HelpDeskReads reads, CurrentStatuses statuses) {
        this.reads = reads;
        this.statuses = statuses;
    }

    /** @param visible the departments whose tickets the caller may see */
    Optional<TicketSummaryView> find(int apiKeyId, String externalId, Departments visible) {
        try {
            return statuses.read(reference -> reads.read(connection -> TicketAnswers.read(
                    reference, answers -> find(connection, apiKeyId, externalId, visible, reference, answers))));
        } catch (UnknownStatusException e) {
            return Optional.empty();
        }
    }

    private static Optional<TicketSummaryView> find(
            Connection connection,
            int apiKeyId,
            String externalId,
            Departments visible,
            Reference reference,
            TicketAnswers answers)
            throws SQLException {
        String where = WHERE + VisibilitySql.and("t.dept_id", visible);
        String sql = new TicketPageSql(FROM, where, "t.ticket_id", true).fields(answers);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, apiKeyId);
            statement.setString(2, externalId);
            answers.bind(statement, VisibilitySql.bind(statement, 3, visible), reference);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new TicketSummaryView(TicketFields.read(row, new ReferenceNames(reference))))
                        : Optional.empty();
            }
        }
    }
}
