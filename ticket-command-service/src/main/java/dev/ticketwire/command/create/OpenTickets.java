package dev.ticketwire.command.create;

import dev.ticketwire.command.apply.Handler;
import dev.ticketwire.command.apply.Received;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.apply.Wave;
import dev.ticketwire.command.ticket.DatabaseZone;
import dev.ticketwire.command.ticket.PerSnapshot;
import dev.ticketwire.command.ticket.Refused;
import dev.ticketwire.command.user.Requesters;
import dev.ticketwire.contract.command.OpenTicket;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Opens tickets: as many as the wave holds, in as many statements as one would take. */
@ApplicationScoped
class OpenTickets implements Handler<OpenTicket> {
    private final MailDomains domains;
    private final PerSnapshot<OpeningRules> rules = new PerSnapshot<>();

    OpenTickets(MailDomains domains) {
        this.domains = domains;
    }

    @Override
    public Class<OpenTicket> kind() {
        return OpenTicket.class;
    }

    @Override
    public List<Result> apply(Wave<OpenTicket> wave) throws SQLException {
        Connection connection = wave.connection();
        OpeningRules current =
                rules.of(wave.reference(), reference -> OpeningRules.of(reference, DatabaseZone.of(connection)));
        Collection<String> addresses = sent(wave, OpenTicket::email);
        Requesters requesters = Requesters.find(connection, addresses, current.filtersLookAtUsers());
        Parents parents = Parents.find(connection, sent(wave, OpenTicket::parent));
        OpenTicketLimit limit = OpenTicketLimit.of(connection, current, requesters.knownIds());
        Drafting drafting =
                new Drafting(current, requesters, domains(current, requesters, addresses), parents, limit, wave.now());
        List<Object> outcomes = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        for (Received<OpenTicket> received : wave.commands()) {
            try {
                Draft draft = drafting.draft(received.command());
                drafts.add(draft);
                outcomes.add(draft);
            } catch (Refused refused) {
                outcomes.add(new Result.Rejected(refused.refusal()));
            }
        }
        if (!drafts.isEmpty()) {
            new TicketRows(connection, current, wave.now()).write(drafts, requesters);
        }
        return outcomes.stream().map(OpenTickets::result).toList();
    }

    private Predicate<String> domains(OpeningRules rules, Requesters requesters, Collection<String> addresses) {
        return rules.reference().config().flag("verify_email_addrs")
                ? domains.of(addresses.stream()
                        .filter(address -> requesters.of(address) == null)
                        .toList())
                : address -> true;
    }

    private static Result result(Object outcome) {
        return outcome instanceof Draft draft
                ? new Result.Applied(draft.ticketId(), draft.number(), null)
                : (Result) outcome;
    }

    private static Collection<String> sent(Wave<OpenTicket> wave, Function<OpenTicket, @Nullable String> field) {
        return wave.commands().stream()
                .map(received -> field.apply(received.command()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
