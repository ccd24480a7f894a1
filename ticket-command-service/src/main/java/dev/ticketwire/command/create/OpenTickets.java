package dev.ticketwire.command.create;

import dev.ticketwire.command.apply.Handler;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.apply.Wave;
import dev.ticketwire.contract.command.OpenTicket;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** Handles the command that opens a ticket. */
@ApplicationScoped
class OpenTickets implements Handler<OpenTicket> {
    private final TicketOpener opener;

    OpenTickets(TicketOpener opener) {
        this.opener = opener;
    }

    @Override
    public Class<OpenTicket> kind() {
        return OpenTicket.class;
    }

    @Override
    public List<Result> apply(Wave<OpenTicket> wave) throws SQLException {
        List<TicketRequest> requests = wave.commands().stream()
                .map(received -> new TicketRequest(
                        received.id(), received.command(), received.apiKeyId(), received.departments(), null))
                .toList();
        return opener.open(wave.connection(), wave.reference(), wave.now(), requests);
    }
}
