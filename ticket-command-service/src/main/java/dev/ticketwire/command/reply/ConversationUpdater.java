package dev.ticketwire.command.reply;

import dev.ticketwire.command.change.MutableTicket;
import dev.ticketwire.command.change.Reopening;
import dev.ticketwire.command.collaborator.NewCollaborator;
import dev.ticketwire.command.entry.EntryAuthor;
import dev.ticketwire.command.entry.EntryMail;
import dev.ticketwire.command.entry.EntryType;
import dev.ticketwire.command.entry.Recipients;
import dev.ticketwire.command.entry.ThreadEntryRow;
import dev.ticketwire.command.entry.ThreadEvent;
import dev.ticketwire.command.ticket.SlaDeadlines;
import dev.ticketwire.osticket.read.PersonNames;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.TicketStatus;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a ticket when something is said on it. */
public final class ConversationUpdater {
    private final Reference reference;
    private final PersonNames names;
    private final Reopening reopening;
    private final LocalDateTime now;

    /** @param databaseZone the zone of the database's wall clock */
    public ConversationUpdater(Reference reference, ZoneId databaseZone, LocalDateTime now) {
        this.reference = reference;
        this.names = new PersonNames(reference);
        this.reopening = new Reopening(reference, new SlaDeadlines(reference, databaseZone), now);
        this.now = now;
    }

    /** An agent answers: a ticket of nobody becomes the agent's, where the help desk is set so. */
    public NewEntry response(Conversation conversation, Staff agent, EntryContent content) {
        MutableTicket ticket = conversation.ticket;
        if (ticket.staff == 0 && isOpen(ticket) && isClaimed(ticket)) {
            ticket.staff = agent.id;
        }
        ticket.answered = true;
        conversation.responded = true;
        return new NewEntry(
                conversation,
                EntryType.RESPONSE,
                author(agent),
                conversation.latestMessage,
                null,
                content,
                conversation.ofResponse(),
                NewEntry.Marks.NONE);
    }

    /** A customer writes, which opens a closed ticket again, where the help desk is set so. */
    public NewEntry message(Conversation conversation, Participant author, EntryContent content) {
        heard(conversation);
        reopening.byCustomer(conversation, conversation.respondent, author.name());
        return new NewEntry(
                conversation,
                EntryType.MESSAGE,
                new EntryAuthor(0, author.user(), author.name()),
                0,
                null,
                content,
                conversation.ofMessage(author),
                NewEntry.Marks.NONE);
    }

    /** Whether the ticket is closed and no customer can open it again: then it takes no mails. */
    public boolean isClosedForGood(Conversation conversation) {
        return reopening.isRuledOut(conversation.ticket);
    }

    /**
     * Those whom a participant's mail was sent to as well follow the ticket from now on: at once if the owner wrote it, else
     * when an agent lets them.
     *
     * @param those written already
     */
    public void join(Conversation conversation, Participant author, List<NewCollaborator> those) {
        List<NewCollaborator> joined = those.stream()
                .filter(one -> conversation.following.add(one.user().id()))
                .map(one -> author.isOwner() ? one : new NewCollaborator(one.user(), one.source(), false))
                .toList();
        if (!joined.isEmpty()) {
            MutableTicket ticket = conversation.ticket;
            conversation.joined.addAll(joined);
            conversation.record(
                    ThreadEvent.copied(
                            ticket.staff,
                            ticket.team,
                            NewCollaborator.history(joined, reference.config().text("client_name_format"))),
                    author.user());
        }
    }

    /** A customer writes a mail. */
    public NewEntry mail(MatchedConversation matched, Participant author, ReplyEffect attention, EntryContent content) {
        apply(attention, matched.conversation());
        return new NewEntry(
                matched.conversation(),
                EntryType.MESSAGE,
                new EntryAuthor(0, author.user(), matched.poster()),
                matched.repliesTo(),
                null,
                content,
                recipients(content),
                NewEntry.Marks.of(matched, author.isOwner() ? 0 : NewEntry.BY_COLLABORATOR));
    }

    /**
     * Somebody who does not take part answers a mail of the conversation: for the agents to judge.
     *
     * @param sender {@code Name <address>}
     */
    public NewEntry unverified(
            MatchedConversation matched, String sender, ReplyEffect attention, EntryContent content) {
        EntryContent headed = new EntryContent(
                UnverifiedText.of(content.body(), sender),
                content.attachments(),
                content.ip(),
                content.letter(),
                content.caller());
        return note(matched, 0, UnverifiedText.TITLE, attention, headed);
    }

    /** A mail system tells of a mail of the conversation. */
    public NewEntry report(MatchedConversation matched, @Nullable String title, EntryContent content) {
        return note(matched, 0, title, ReplyEffect.UNANSWERED, content);
    }

    /** An agent writes a mail. */
    public NewEntry note(
            MatchedConversation matched,
            Staff agent,
            @Nullable String title,
            ReplyEffect attention,
            EntryContent content) {
        String name = Objects.requireNonNullElse(names.agent(agent), "");
        MatchedConversation named =
                new MatchedConversation(matched.conversation(), matched.repliesTo(), matched.mergedThread(), name);
        return note(named, agent.id, title, attention, content);
    }

    private NewEntry note(
            MatchedConversation matched,
            int agent,
            @Nullable String title,
            ReplyEffect attention,
            EntryContent content) {
        apply(attention, matched.conversation());
        return new NewEntry(
                matched.conversation(),
                EntryType.NOTE,
                new EntryAuthor(agent, 0, matched.poster()),
                matched.repliesTo(),
                title,
                content,
                recipients(content),
                NewEntry.Marks.of(matched, agent == 0 ? ThreadEntryRow.BY_SYSTEM : 0));
    }

    private void apply(ReplyEffect attention, Conversation conversation) {
        if (attention == ReplyEffect.UNANSWERED) {
            conversation.ticket.answered = false;
            return;
        }
        heard(conversation);
        if (attention == ReplyEffect.REOPENS) {
            reopening.byCustomer(conversation, conversation.respondent, null);
        }
    }

    private static @Nullable Recipients recipients(EntryContent content) {
        EntryMail letter = content.letter();
        return letter == null ? null : letter.recipients();
    }

    private EntryAuthor author(Staff agent) {
        return new EntryAuthor(agent.id, 0, Objects.requireNonNullElse(names.agent(agent), ""));
    }

    private void heard(Conversation conversation) {
        conversation.heard = true;
        conversation.ticket.answered = false;
        conversation.ticket.lastUpdate = now;
    }

    private boolean isOpen(MutableTicket ticket) {
        TicketStatus status = reference.statuses().get(ticket.status);
        return status != null && status.isOpen();
    }

    private boolean isClaimed(MutableTicket ticket) {
        Department department = reference.departments().get(ticket.department);
        return reference.config().flag("auto_claim_tickets") && (department == null || department.allowsClaims());
    }
}
