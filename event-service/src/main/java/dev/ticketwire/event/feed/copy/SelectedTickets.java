package dev.ticketwire.event.feed.copy;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.filter.TicketFilter;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Tickets that match filters of {@code GET /tickets}, and {@code number}. */
public final class SelectedTickets implements TicketIds {
    /** Not a filter of the ticket list: selects tickets by their numbers. */
    public static final String NUMBER = "number";

    private final DataSource database;
    private final Map<String, List<String>> filter;
    private final Supplier<Reference> reference;

    /** @param filter values by name of the filter, already checked */
    public SelectedTickets(DataSource database, Map<String, List<String>> filter, Supplier<Reference> reference) {
        this.database = database;
        this.filter = filter;
        this.reference = reference;
    }

    @Override
    public List<Long> next(long after, int most) throws SQLException {
        TicketFilter tickets = TicketFilter.of(filter, Identity.GATEWAY, reference.get());
        List<String> numbers = filter.getOrDefault(NUMBER, List.of());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql(tickets, numbers.size()))) {
            int index = tickets.bind(statement, 1);
            statement.setLong(index++, after);
            for (String number : numbers) {
                statement.setString(index++, number);
            }
            statement.setInt(index, most);
            return ids(statement);
        }
    }

    private static String sql(TicketFilter tickets, int numbers) {
        String listed = String.join(", ", Collections.nCopies(numbers, "?"));
        return TablePrefix.named("SELECT t.ticket_id FROM {ticket} t\n" + tickets.joins() + "WHERE TRUE"
                + tickets.where() + " AND t.ticket_id > ?"
                + (numbers == 0 ? "" : " AND t.number IN (" + listed + ")")
                + " ORDER BY t.ticket_id LIMIT ?");
    }

    private static List<Long> ids(PreparedStatement statement) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        }
        return ids;
    }
}
