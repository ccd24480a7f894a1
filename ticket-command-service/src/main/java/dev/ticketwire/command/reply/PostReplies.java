package dev.ticketwire.command.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ticketwire.command.apply.Handler;
import dev.ticketwire.command.apply.Received;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.apply.Wave;
import dev.ticketwire.command.entry.ApiCaller;
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

/** Posts replies: as many as the wave holds, with the same look-ups. */
@ApplicationScoped
class PostReplies implements Handler<PostReply> {
    private final SnapshotCache<ReplyRules> rules = new SnapshotCache<>();

    @Override
    public Class<PostReply> kind() {
        return PostReply.class;
    }

    @Override
    public List<Result> apply(Wave<PostReply> wave) throws SQLException {
        Connection connection = wave.connection();
        ReplyRules current =
                rules.of(wave.reference(), reference -> ReplyRules.of(reference, DatabaseZone.of(connection)));
        List<PostReply> commands =
                wave.commands().stream().map(received -> received.command()).toList();
        TicketLookup existing = TicketLookup.find(
                connection, commands.stream().map(PostReply::ticket).toList(), List.of());
        Conversations conversations =
                Conversations.find(connection, TicketRow.lock(connection, existing.ids()), current.reference());
        UserDirectory users = UserDirectory.find(
                connection,
                commands.stream().map(PostReply::email).filter(Objects::nonNull).toList());
        ReplyComposer replying = new ReplyComposer(current, users, wave.now());
        List<NewEntry> posts = new ArrayList<>();
        List<Supplier<Result>> results = new ArrayList<>();
        for (Received<PostReply> received : wave.commands()) {
            try {
                Integer id = existing.numbered(received.command().ticket());
                Conversation conversation = id == null ? null : conversations.of(id);
                boolean isKnown = conversation != null
                        && DepartmentAccess.target(conversation.ticket.before, received.departments()) != null;
                ApiCaller caller = new ApiCaller(received.apiKeyId(), received.departments());
                NewEntry post = replying.post(received.command(), isKnown ? conversation : null, caller);
                posts.add(post);
                results.add(() -> applied(post));
            } catch (Refused refused) {
                results.add(() -> new Result.Rejected(refused.refusal()));
            }
        }
        if (!posts.isEmpty()) {
            new NewEntryRows(connection, current.reference(), wave.now()).write(posts);
        }
        return results.stream().map(Supplier::get).toList();
    }

    private static Result applied(NewEntry post) {
        TicketRow ticket = post.ticket();
        JsonNode answer = JsonNodeFactory.instance.objectNode().put("entryId", post.entry());
        return new Result.Applied(ticket.id(), ticket.number(), answer);
    }
}
