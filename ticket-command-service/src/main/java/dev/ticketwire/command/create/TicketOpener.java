package dev.ticketwire.command.create;

import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.user.Requesters;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.SnapshotCache;
import dev.ticketwire.osticket.time.DatabaseZone;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens tickets, however they were asked for: as many as there are, in as many statements as one would take. */
@ApplicationScoped
public class TicketOpener {
    private final MailDomainVerifier domains;
    private final SnapshotCache<OpenTicketRules> rules = new SnapshotCache<>();

    TicketOpener(MailDomainVerifier domains) {
        this.domains = domains;
    }

    /** @return one result per request, in their order */
    public List<Result> open(
            Connection connection, Reference reference, LocalDateTime now, List<TicketRequest> requests)
            throws SQLException {
        OpenTicketRules current =
                rules.of(reference, snapshot -> OpenTicketRules.of(snapshot, DatabaseZone.of(connection)));
        ExternalIds names = ExternalIds.claim(connection, requests, now);
        Collection<String> addresses =
                requests.stream().flatMap(TicketRequest::people).distinct().toList();
        Requesters requesters = Requesters.find(connection, addresses, current.filtersLookAtUsers());
        RequestedParents parents = RequestedParents.find(connection, requests);
        OpenTicketLimit limit = OpenTicketLimit.of(connection, current, requesters.knownIds());
        TicketDrafter drafter =
                new TicketDrafter(current, requesters, domains(current, requesters, requests), parents, limit, now);
        List<Supplier<Result>> results = new ArrayList<>();
        List<TicketDraft> drafts = new ArrayList<>();
        for (TicketRequest request : requests) {
            Supplier<Result> existing = names.holder(request);
            if (existing != null) {
                results.add(existing);
                continue;
            }
            try {
                TicketDraft draft = drafter.draft(request);
                drafts.add(draft);
                names.give(request, draft);
                results.add(() -> new Result.Applied(draft.ticketId(), draft.number(), null));
            } catch (Refused refused) {
                results.add(() -> new Result.Rejected(refused.refusal()));
            }
        }
        if (!drafts.isEmpty()) {
            new NewTicketRows(connection, current, now).write(drafts, requesters);
        }
        names.settle(connection);
        return results.stream().map(Supplier::get).toList();
    }

    /** Of a mail's sender the domain is not looked up: that it cannot be found refuses no mail. */
    private Predicate<String> domains(OpenTicketRules rules, Requesters requesters, List<TicketRequest> requests) {
        List<TicketRequest> asked =
                requests.stream().filter(request -> request.mail() == null).toList();
        return rules.reference().config().flag("verify_email_addrs")
                ? domains.of(sent(asked, command -> command.requester().email()).stream()
                        .filter(address -> requesters.of(address) == null)
                        .toList())
                : address -> true;
    }

    private static Collection<String> sent(List<TicketRequest> requests, Function<OpenTicket, @Nullable String> field) {
        return requests.stream()
                .map(request -> field.apply(request.command()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
