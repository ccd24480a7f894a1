package dev.ticketwire.command.mail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.create.Openings;
import dev.ticketwire.command.create.Request;
import dev.ticketwire.command.reply.Conversation;
import dev.ticketwire.command.reply.Conversations;
import dev.ticketwire.command.reply.Post;
import dev.ticketwire.command.reply.PostRows;
import dev.ticketwire.command.ticket.DatabaseTime;
import dev.ticketwire.command.ticket.ExistingTickets;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.command.user.KnownUsers;
import dev.ticketwire.contract.command.ReceiveMail;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Mails none of which answers another, looked up and written together. */
record Round(Connection connection, MailRules rules, Openings openings, LocalDateTime now) {

    List<Result> apply(List<Mail> mails) throws SQLException {
        List<ReceiveMail> commands = mails.stream().map(Mail::command).toList();
        List<String> ids = commands.stream()
                .map(ReceiveMail::messageId)
                .filter(Objects::nonNull)
                .toList();
        MailClaims claims = MailClaims.hold(connection, ids, String.valueOf(DatabaseTime.text(now)));
        List<Result> results = apply(mails, filing(commands, ids));
        claims.release(connection);
        return results;
    }

    private List<Result> apply(List<Mail> mails, Filing filing) throws SQLException {
        List<Post> posts = new ArrayList<>();
        List<Request> requests = new ArrayList<>();
        List<Result> opened = new ArrayList<>();
        List<Supplier<Result>> results = new ArrayList<>();
        for (Mail mail : mails) {
            Conversation holder = filing.holder(mail);
            Post post = holder == null ? filing.post(mail) : null;
            if (holder != null) {
                results.add(() -> existing(holder));
            } else if (post != null) {
                posts.add(post);
                results.add(() -> posted(post));
            } else {
                int place = requests.size();
                requests.add(mail.request());
                results.add(() -> opened.get(place));
            }
        }
        if (!posts.isEmpty()) {
            new PostRows(connection, rules.reference(), now).write(posts);
        }
        if (!requests.isEmpty()) {
            opened.addAll(openings.open(connection, rules.reference(), now, requests));
        }
        return results.stream().map(Supplier::get).toList();
    }

    private Filing filing(List<ReceiveMail> mails, List<String> ids) throws SQLException {
        KnownMails known = KnownMails.find(
                connection,
                Stream.concat(ids.stream(), mails.stream().flatMap(mail -> mail.references().stream()))
                        .toList());
        ExistingTickets numbered = ExistingTickets.find(
                connection,
                mails.stream()
                        .flatMap(mail -> SubjectNumbers.in(mail.subject()).stream())
                        .toList(),
                List.of());
        Set<Integer> tickets = known.tickets();
        tickets.addAll(numbered.ids());
        Conversations conversations =
                Conversations.find(connection, TicketRow.lock(connection, tickets), rules.reference());
        KnownUsers users = KnownUsers.find(
                connection, mails.stream().map(mail -> mail.sender().email()).toList());
        return new Filing(rules, known, numbered, conversations, users, now);
    }

    private static Result existing(Conversation holder) {
        TicketRow ticket = holder.ticket.before;
        return new Result.Applied(
                ticket.id(),
                ticket.number(),
                JsonNodeFactory.instance.objectNode().put("existing", true));
    }

    private static Result posted(Post post) {
        TicketRow ticket = post.ticket();
        return new Result.Applied(
                ticket.id(),
                ticket.number(),
                JsonNodeFactory.instance.objectNode().put("entryId", post.entry()));
    }
}
