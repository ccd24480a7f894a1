package dev.ticketwire.command.mail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.create.TicketOpener;
import dev.ticketwire.command.create.TicketRequest;
import dev.ticketwire.command.notice.Notices;
import dev.ticketwire.command.reply.Conversation;
import dev.ticketwire.command.reply.ConversationUpdater;
import dev.ticketwire.command.reply.EntryReport;
import dev.ticketwire.command.reply.MatchedConversation;
import dev.ticketwire.command.reply.NewEntry;
import dev.ticketwire.command.reply.NewEntryRows;
import dev.ticketwire.command.reply.Participant;
import dev.ticketwire.command.reply.ReplyEffect;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.osticket.format.OwnMessageIds;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Applies mails that do not depend on each other, with shared look-ups and inserts. */
final class MailBatch {
    private static final Logger LOG = Logger.getLogger(MailBatch.class);

    private final Connection connection;
    private final MailRules rules;
    private final TicketOpener opener;
    private final OwnMessageIds ownIds;
    private final LocalDateTime now;
    private final ConversationUpdater updater;
    private final Notices notices;

    private final MailReferrals referrals = new MailReferrals();
    private final List<EntryReport> reports = new ArrayList<>();
    private final List<TicketRequest> requests = new ArrayList<>();
    private final List<Result> opened = new ArrayList<>();

    MailBatch(
            Connection connection,
            MailRules rules,
            TicketOpener opener,
            Notices notices,
            OwnMessageIds ownIds,
            LocalDateTime now) {
        this.connection = connection;
        this.rules = rules;
        this.opener = opener;
        this.notices = notices;
        this.ownIds = ownIds;
        this.now = now;
        this.updater =
                new ConversationUpdater(rules.reference(), rules.replies().databaseZone(), now);
    }

    /** @return one result per mail, in their order */
    List<Result> apply(List<IncomingMail> mails) throws SQLException {
        List<ReceiveMail> commands = mails.stream().map(IncomingMail::command).toList();
        List<String> ids = commands.stream()
                .map(ReceiveMail::messageId)
                .filter(Objects::nonNull)
                .toList();
        MailLocks locks = MailLocks.acquire(connection, ids, time());
        MailLookups lookups = MailLookups.find(connection, rules.reference(), ownIds, commands);
        MailMatcher matcher = new MailMatcher(rules, lookups, updater);
        List<Result> results = apply(mails, mails.stream().map(matcher::match).toList());
        locks.release(connection);
        return results;
    }

    private List<Result> apply(List<IncomingMail> mails, List<MailMatch> matches) throws SQLException {
        NewCollaborators collaborators = collaborators(mails, matches);
        List<Supplier<Result>> results = new ArrayList<>();
        for (int i = 0; i < mails.size(); i++) {
            results.add(apply(mails.get(i), matches.get(i), collaborators));
        }
        write();
        return results.stream().map(Supplier::get).toList();
    }

    /** @return the result, once the batch is written */
    private Supplier<Result> apply(IncomingMail mail, MailMatch match, NewCollaborators collaborators) {
        return switch (match) {
            case MailMatch.AlreadyStored stored -> {
                referrals.add(mail, stored.conversation());
                yield () -> existing(stored.conversation());
            }
            case MailMatch.OwnMail own -> ownMail(own.conversation());
            case MailMatch.Reply reply -> reply(mail, reply, collaborators);
            case MailMatch.NewTicket ticket -> newTicket(mail);
        };
    }

    private static Supplier<Result> ownMail(Conversation conversation) {
        LOG.errorf(
                "A mail that the help desk sent about ticket %s came back to it; it is not stored",
                conversation.ticket.before.number());
        return () -> existing(conversation);
    }

    private Supplier<Result> reply(IncomingMail mail, MailMatch.Reply reply, NewCollaborators collaborators) {
        NewEntry entry = entry(mail, reply, collaborators);
        referrals.add(mail, reply.matched().conversation());
        reports.add(EntryReport.ofMail(
                mail.id(), entry, mail.incoming(), reply.matched().byStoredMail()));
        return () -> posted(entry);
    }

    private Supplier<Result> newTicket(IncomingMail mail) {
        int place = requests.size();
        requests.add(mail.request());
        return () -> opened.get(place);
    }

    private void write() throws SQLException {
        Set<Conversation> referred = referrals.write(connection, now);
        if (!reports.isEmpty() || !referred.isEmpty()) {
            new NewEntryRows(connection, rules.reference(), now)
                    .write(reports.stream().map(EntryReport::entry).toList(), referred);
        }
        notices.tell(
                connection,
                rules.reference(),
                now,
                reports.stream().map(EntryReport::occasion).toList());
        if (!requests.isEmpty()) {
            opened.addAll(opener.open(connection, rules.reference(), now, requests));
        }
    }

    /** The further recipients of participants' mails. Mails of strangers add no collaborators. */
    private NewCollaborators collaborators(List<IncomingMail> mails, List<MailMatch> matches) throws SQLException {
        List<IncomingMail> messages = new ArrayList<>();
        for (int i = 0; i < mails.size(); i++) {
            if (matches.get(i) instanceof MailMatch.Reply reply && reply.author() != null) {
                messages.add(mails.get(i));
            }
        }
        return NewCollaborators.write(connection, rules, messages, time());
    }

    private NewEntry entry(IncomingMail mail, MailMatch.Reply reply, NewCollaborators collaborators) {
        MatchedConversation matched = reply.matched();
        Participant author = reply.author();
        if (author != null) {
            updater.addCollaborators(matched.conversation(), author, collaborators.of(mail));
            return updater.mail(matched, author, mail.effect(), mail.content());
        }
        return reply.report() ? updater.report(matched, mail.title(), mail.content()) : note(mail, matched);
    }

    /** The note for a reply by somebody who is not a participant. */
    private NewEntry note(IncomingMail mail, MatchedConversation matched) {
        ReceiveMail command = mail.command();
        ReplyEffect effect = command.nature().bounce() ? ReplyEffect.MARKS_UNANSWERED : mail.effect();
        Staff agent = rules.agent(command.sender().email());
        return agent == null
                ? updater.unverified(matched, mail.sender(), effect, mail.content())
                : updater.note(matched, agent, null, effect, mail.content());
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
