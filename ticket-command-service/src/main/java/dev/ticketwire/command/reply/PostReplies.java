package dev.ticketwire.command.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ticketwire.command.apply.Handler;
import dev.ticketwire.command.apply.Received;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.apply.Wave;
import dev.ticketwire.command.entry.ApiCaller;
import dev.ticketwire.command.notice.Notices;
import dev.ticketwire.command.notice.facts.Occasion;
import dev.ticketwire.command.ticket.DepartmentAccess;
import dev.ticketwire.command.ticket.TicketLookup;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.command.user.UserDirectory;
import dev.ticketwire.contract.command.PostReply;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.SnapshotCache;
import dev.ticketwire.osticket.time.DatabaseZone;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Posts the replies of a wave with one set of look-ups. */
@ApplicationScoped
class PostReplies implements Handler<PostReply> {
    private final Notices notices;
    private final SnapshotCache<ReplyRules> rules = new SnapshotCache<>();

    PostReplies(Notices notices) {
        this.notices = notices;
    }

    @Override
    public Class<PostReply> kind() {
        return PostReply.class;
    }

    @Override
    public List<Result> apply(Wave<PostReply> wave) throws SQLException {
        Connection connection = wave.connection();
        ReplyRules current =
                rules.of(wave.reference(), reference -> ReplyRules.of(reference, DatabaseZone.of(connection)));
        TicketLookup existing = tickets(wave);
        Conversations conversations =
                Conversations.find(connection, TicketRow.lock(connection, existing.ids()), current.reference());
        ReplyComposer composer = new ReplyComposer(current, senders(wave), wave.now());
        List<EntryReport> reports = new ArrayList<>();
        List<Supplier<Result>> results = new ArrayList<>();
        for (Received<PostReply> received : wave.commands()) {
            Integer ticket = existing.idByNumber(received.command().ticket());
            Conversation conversation = ticket == null ? null : conversations.of(ticket);
            results.add(apply(received, conversation, composer, reports));
        }
        write(wave, reports);
        return results.stream().map(Supplier::get).toList();
    }

    private void write(Wave<PostReply> wave, List<EntryReport> reports) throws SQLException {
        if (reports.isEmpty()) {
            return;
        }
        new NewEntryRows(wave.connection(), wave.reference(), wave.now())
                .write(reports.stream().map(EntryReport::entry).toList());
        List<Occasion> occasions = reports.stream()
                .filter(report -> !report.silent())
                .map(EntryReport::occasion)
                .toList();
        notices.tell(wave.connection(), wave.reference(), wave.now(), occasions);
    }

    private static TicketLookup tickets(Wave<PostReply> wave) throws SQLException {
        List<String> numbers = wave.commands().stream()
                .map(received -> received.command().ticket())
                .toList();
        return TicketLookup.find(wave.connection(), numbers, List.of());
    }

    private static UserDirectory senders(Wave<PostReply> wave) throws SQLException {
        return UserDirectory.find(
                wave.connection(),
                wave.commands().stream()
                        .map(received -> received.command().email())
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Adds the entry of one reply to {@code reports}, unless the reply is refused. */
    private static Supplier<Result> apply(
            Received<PostReply> received,
            @Nullable Conversation conversation,
            ReplyComposer composer,
            List<EntryReport> reports) {
        boolean isAccessible = conversation != null
                && DepartmentAccess.target(conversation.ticket.before, received.departments()) != null;
        ApiCaller caller = new ApiCaller(received.apiKeyId(), received.departments());
        try {
            NewEntry entry = composer.post(received.command(), isAccessible ? conversation : null, caller);
            reports.add(EntryReport.of(received, entry));
            return () -> applied(entry);
        } catch (Refused refused) {
            return () -> new Result.Rejected(refused.refusal());
        }
    }

    private static Result applied(NewEntry entry) {
        TicketRow ticket = entry.ticket();
        JsonNode answer = JsonNodeFactory.instance.objectNode().put("entryId", entry.entry());
        return new Result.Applied(ticket.id(), ticket.number(), answer);
    }
}
