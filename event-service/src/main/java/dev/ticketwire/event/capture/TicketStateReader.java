package dev.ticketwire.event.capture;

import dev.ticketwire.contract.event.TicketState;
import dev.ticketwire.event.capture.lookup.Found;
import dev.ticketwire.event.capture.lookup.SqlHelpDeskLookup;
import dev.ticketwire.event.capture.lookup.TicketFacts;
import dev.ticketwire.event.capture.lookup.Wanted;
import dev.ticketwire.event.capture.rule.Surroundings;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads what tickets are now, in the form of events. */
@ApplicationScoped
public class TicketStateReader {
    private final Supplier<Reference> reference;

    @Inject
    TicketStateReader(ReferenceSnapshot snapshot) {
        this(snapshot::current);
    }

    /** Without CDI. */
    public TicketStateReader(Supplier<Reference> reference) {
        this.reference = reference;
    }

    /**
     * The states of the tickets that exist, by id, ascending; two statements for every 1,000.
     *
     * @param connection if it has a consistent snapshot, the states are those of the snapshot
     */
    public Map<Long, TicketState> read(Connection connection, Collection<Long> tickets) throws SQLException {
        Reference current = reference.get();
        Map<Long, TicketFacts> facts = SqlHelpDeskLookup.tickets(connection, new TreeSet<>(tickets), current);
        Wanted wanted = new Wanted();
        facts.values().forEach(ticket -> wanted.users().add(ticket.row().owner()));
        Found found = SqlHelpDeskLookup.find(connection, wanted, current);
        Surroundings names = Surroundings.of(current, found.users(), Map.of(), Map.of());
        Map<Long, TicketState> states = new LinkedHashMap<>();
        new TreeMap<>(facts).forEach((id, ticket) -> states.put(id, names.state(ticket)));
        return states;
    }
}
