package dev.ticketwire.command.create;

import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.notice.Notices;
import dev.ticketwire.command.user.Requesters;
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
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Opens tickets of API requests and mails. The number of statements does not depend on the number of requests. */
@ApplicationScoped
public class TicketOpener {
    private final MailDomainVerifier domains;
    private final Notices notices;
    private final SnapshotCache<OpenTicketRules> rules = new SnapshotCache<>();

    TicketOpener(MailDomainVerifier domains, Notices notices) {
        this.domains = domains;
        this.notices = notices;
    }

    /** @return one result per request, in their order */
    public List<Result> open(
            Connection connection, Reference reference, LocalDateTime now, List<TicketRequest> requests)
            throws SQLException {
        OpenTicketRules current =
                rules.of(reference, snapshot -> OpenTicketRules.of(snapshot, DatabaseZone.of(connection)));
        ExternalIds externalIds = ExternalIds.claim(connection, requests, now);
        OpenTicketContext context = context(connection, current, now, requests);
        List<TicketDraft> drafts = new ArrayList<>();
        List<Supplier<Result>> results = new ArrayList<>();
        for (TicketRequest request : requests) {
            Supplier<Result> existing = externalIds.holder(request);
            results.add(existing != null ? existing : opened(request, context, externalIds, drafts));
        }
        if (!drafts.isEmpty()) {
            new NewTicketRows(connection, current, notices, now).write(drafts, context.requesters());
        }
        externalIds.settle(connection);
        notices.tell(
                connection,
                reference,
                now,
                drafts.stream().map(OpenedReport::of).toList());
        return results.stream().map(Supplier::get).toList();
    }

    private OpenTicketContext context(
            Connection connection, OpenTicketRules rules, LocalDateTime now, List<TicketRequest> requests)
            throws SQLException {
        Collection<String> addresses =
                requests.stream().flatMap(TicketRequest::people).distinct().toList();
        Requesters requesters = Requesters.find(connection, addresses, rules.filtersLookAtUsers());
        RequestedParents parents = RequestedParents.find(connection, requests);
        OpenTicketLimit limit = OpenTicketLimit.of(connection, rules, requesters.knownIds());
        return new OpenTicketContext(rules, requesters, domains(rules, requesters, requests), parents, limit, now);
    }

    /**
     * @param drafts receives the draft of a request that the rules accept
     * @return the result, known once the drafts are written
     */
    private static Supplier<Result> opened(
            TicketRequest request, OpenTicketContext context, ExternalIds externalIds, List<TicketDraft> drafts) {
        try {
            TicketDraft draft = TicketDrafter.draft(request, context);
            drafts.add(draft);
            externalIds.give(request, draft);
            return () -> new Result.Applied(draft.ticketId(), draft.number(), null);
        } catch (Refused refused) {
            return () -> new Result.Rejected(refused.refusal());
        }
    }

    /** The domain of a mail's sender is not checked: it never refuses a mail. */
    private Predicate<String> domains(OpenTicketRules rules, Requesters requesters, List<TicketRequest> requests) {
        if (!rules.reference().config().flag("verify_email_addrs")) {
            return address -> true;
        }
        return domains.of(requests.stream()
                .filter(request -> request.mail() == null)
                .map(request -> request.command().requester().email())
                .filter(Objects::nonNull)
                .distinct()
                .filter(address -> requesters.of(address) == null)
                .toList());
    }
}
