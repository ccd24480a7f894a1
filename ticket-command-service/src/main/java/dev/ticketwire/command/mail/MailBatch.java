package dev.ticketwire.command.mail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.create.TicketOpener;
import dev.ticketwire.command.create.TicketRequest;
import dev.ticketwire.command.reply.Conversation;
import dev.ticketwire.command.reply.ConversationUpdater;
import dev.ticketwire.command.reply.Conversations;
import dev.ticketwire.command.reply.MatchedConversation;
import dev.ticketwire.command.reply.NewEntry;
import dev.ticketwire.command.reply.NewEntryRows;
import dev.ticketwire.command.reply.Participant;
import dev.ticketwire.command.reply.ReplyEffect;
import dev.ticketwire.command.ticket.TicketLookup;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.command.user.UserDirectory;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.osticket.format.OwnMessageIds;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Mails none of which answers another, looked up and written together. */
final class MailBatch {
    private static final Logger LOG = Logger.getLogger(MailBatch.class);

    private final Connection connection;
    private final MailRules rules;
    private final TicketOpener openings;
    private final OwnMessageIds ownIds;
    private final LocalDateTime now;
    private final ConversationUpdater posting;

    MailBatch(Connection connection, MailRules rules, TicketOpener openings, OwnMessageIds ownIds, LocalDateTime now) {
        this.connection = connection;
        this.rules = rules;
        this.openings = openings;
        this.ownIds = ownIds;
        this.now = now;
        this.posting =
                new ConversationUpdater(rules.reference(), rules.replies().databaseZone(), now);
    }

    List<Result> apply(List<IncomingMail> mails) throws SQLException {
        List<ReceiveMail> commands = mails.stream().map(IncomingMail::command).toList();
        List<String> ids = commands.stream()
                .map(ReceiveMail::messageId)
                .filter(Objects::nonNull)
                .toList();
        MailLocks claims = MailLocks.hold(connection, ids, time());
        List<Result> results = apply(mails, filing(commands, ids));
        claims.release(connection);
        return results;
    }

    private List<Result> apply(List<IncomingMail> mails, MailMatcher filing) throws SQLException {
        List<MailMatch> decisions = mails.stream().map(filing::decide).toList();
        NewCollaborators followers = followers(mails, decisions);
        MailReferrals referring = new MailReferrals();
        List<NewEntry> posts = new ArrayList<>();
        List<TicketRequest> requests = new ArrayList<>();
        List<Result> opened = new ArrayList<>();
        List<Supplier<Result>> results = new ArrayList<>();
        for (int i = 0; i < mails.size(); i++) {
            IncomingMail mail = mails.get(i);
            switch (decisions.get(i)) {
                case MailMatch.Again again -> {
                    referring.add(mail, again.conversation());
                    results.add(() -> existing(again.conversation()));
                }
                case MailMatch.CameBack back -> {
                    LOG.errorf(
                            "A mail that the help desk sent about ticket %s came back to it; it is not stored",
                            back.conversation().ticket.before.number());
                    results.add(() -> existing(back.conversation()));
                }
                case MailMatch.Answers answer -> {
                    NewEntry post = post(mail, answer, followers);
                    referring.add(mail, answer.matched().conversation());
                    posts.add(post);
                    results.add(() -> posted(post));
                }
                case MailMatch.Opens opens -> {
                    int place = requests.size();
                    requests.add(mail.request());
                    results.add(() -> opened.get(place));
                }
            }
        }
        write(posts, referring);
        if (!requests.isEmpty()) {
            opened.addAll(openings.open(connection, rules.reference(), now, requests));
        }
        return results.stream().map(Supplier::get).toList();
    }

    private void write(List<NewEntry> posts, MailReferrals referring) throws SQLException {
        Set<Conversation> referred = referring.write(connection, now);
        if (!posts.isEmpty() || !referred.isEmpty()) {
            new NewEntryRows(connection, rules.reference(), now).write(posts, referred);
        }
    }

    /** Only of those who take part: nobody follows a ticket because a stranger says so. */
    private NewCollaborators followers(List<IncomingMail> mails, List<MailMatch> decisions) throws SQLException {
        List<IncomingMail> messages = new ArrayList<>();
        for (int i = 0; i < mails.size(); i++) {
            if (decisions.get(i) instanceof MailMatch.Answers answer && answer.author() != null) {
                messages.add(mails.get(i));
            }
        }
        return NewCollaborators.of(connection, rules, messages, time());
    }

    private NewEntry post(IncomingMail mail, MailMatch.Answers answer, NewCollaborators followers) {
        ReceiveMail command = mail.command();
        MatchedConversation matched = answer.matched();
        Participant author = answer.author();
        if (author != null) {
            posting.join(matched.conversation(), author, followers.of(mail));
            return posting.mail(matched, author, mail.attention(), mail.content());
        }
        if (answer.report()) {
            return posting.report(matched, mail.title(), mail.content());
        }
        ReplyEffect attention = command.nature().bounce() ? ReplyEffect.UNANSWERED : mail.attention();
        Staff agent = rules.agent(command.sender().email());
        return agent == null
                ? posting.unverified(matched, mail.sender(), attention, mail.content())
                : posting.note(matched, agent, mail.title(), attention, mail.content());
    }

    private MailMatcher filing(List<ReceiveMail> mails, List<String> ids) throws SQLException {
        Collection<String> named = named(
                mails, mail -> Stream.of(mail.references(), mail.returned()).flatMap(List::stream));
        named.addAll(ids);
        StoredMails known = StoredMails.find(connection, named);
        named.addAll(named(mails, mail -> mail.quoted().stream()));
        OutgoingMails own = OutgoingMails.find(connection, ownIds, named);
        TicketLookup numbered = TicketLookup.find(
                connection, named(mails, mail -> SubjectNumbers.in(mail.subject()).stream()), List.of());
        Set<Integer> tickets = known.tickets();
        tickets.addAll(own.tickets());
        tickets.addAll(numbered.ids());
        MergedTickets merged = MergedTickets.find(connection, tickets);
        tickets.addAll(merged.holders());
        Conversations conversations =
                Conversations.find(connection, TicketRow.lock(connection, tickets), rules.reference());
        UserDirectory users = UserDirectory.find(
                connection, mails.stream().map(mail -> mail.sender().email()).toList());
        return new MailMatcher(
                rules, new MailMatcher.Found(known, own, numbered, merged, conversations, users), posting);
    }

    private static Collection<String> named(List<ReceiveMail> mails, Function<ReceiveMail, Stream<String>> what) {
        Set<String> all = new TreeSet<>();
        mails.stream().flatMap(what).forEach(all::add);
        return all;
    }

    private String time() {
        return DatabaseTime.format(now);
    }

    private static Result existing(Conversation holder) {
        TicketRow ticket = holder.ticket.before;
        return new Result.Applied(
                ticket.id(),
                ticket.number(),
                JsonNodeFactory.instance.objectNode().put("existing", true));
    }

    private static Result posted(NewEntry post) {
        TicketRow ticket = post.ticket();
        return new Result.Applied(
                ticket.id(),
                ticket.number(),
                JsonNodeFactory.instance.objectNode().put("entryId", post.entry()));
    }
}
