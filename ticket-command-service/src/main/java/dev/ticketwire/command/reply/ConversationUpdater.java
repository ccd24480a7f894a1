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

/** Creates the entries of conversations, and changes their tickets as osTicket does for each kind of entry. */
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

    /** The response of an agent. It assigns an unassigned ticket to the agent if the help desk is set so. */
    public NewEntry response(Conversation conversation, Staff agent, EntryContent content) {
        MutableTicket ticket = conversation.ticket;
        if (ticket.staff == 0 && isOpen(ticket) && isClaimed(ticket)) {
            ticket.staff = agent.id;
        }
        ticket.answered = true;
        conversation.agentResponded = true;
        return new NewEntry(
                conversation,
                NewEntry.Placement.replyTo(conversation.latestMessage),
                EntryType.RESPONSE,
                author(agent),
                null,
                content,
                conversation.responseRecipients());
    }

    /** The message of a customer. It reopens a closed ticket if the help desk is set so. */
    public NewEntry message(Conversation conversation, Participant author, EntryContent content) {
        markCustomerWrote(conversation);
        reopening.byCustomer(conversation, conversation.respondent, author.name());
        return new NewEntry(
                conversation,
                NewEntry.Placement.replyTo(0),
                EntryType.MESSAGE,
                new EntryAuthor(0, author.user(), author.name()),
                null,
                content,
                conversation.messageRecipients(author));
    }

    /** Whether the ticket is closed and no customer can reopen it. */
    public boolean isClosedForGood(Conversation conversation) {
        return reopening.isRuledOut(conversation.ticket);
    }

    /**
     * Adds the other recipients of a participant's mail as collaborators: active ones if the owner wrote the mail,
     * otherwise inactive ones, whom an agent may activate.
     *
     * @param candidates users who are written already
     */
    public void addCollaborators(Conversation conversation, Participant author, List<NewCollaborator> candidates) {
        List<NewCollaborator> joined = candidates.stream()
                .filter(one -> conversation.collaboratorUsers.add(one.user().id()))
                .map(one -> author.isOwner() ? one : new NewCollaborator(one.user(), one.source(), false))
                .toList();
        if (!joined.isEmpty()) {
            MutableTicket ticket = conversation.ticket;
            conversation.newCollaborators.addAll(joined);
            conversation.record(
                    ThreadEvent.copied(
                            ticket.staff,
                            ticket.team,
                            NewCollaborator.history(joined, reference.config().text("client_name_format"))),
                    author.user());
        }
    }

    /** The mail of a customer. */
    public NewEntry mail(MatchedConversation matched, Participant author, ReplyEffect effect, EntryContent content) {
        apply(effect, matched.conversation());
        return new NewEntry(
                matched.conversation(),
                NewEntry.Placement.of(matched, author.isOwner() ? 0 : NewEntry.BY_COLLABORATOR),
                EntryType.MESSAGE,
                new EntryAuthor(0, author.user(), matched.poster()),
                null,
                content,
                recipients(content));
    }

    /**
     * The mail of somebody who is not a participant: a note, so that agents can judge it.
     *
     * @param sender {@code Name <address>}
     */
    public NewEntry unverified(MatchedConversation matched, String sender, ReplyEffect effect, EntryContent content) {
        EntryContent headed = new EntryContent(
                UnverifiedText.of(content.body(), sender),
                content.attachments(),
                content.ip(),
                content.mail(),
                content.caller());
        return note(matched, 0, UnverifiedText.TITLE, effect, headed);
    }

    /** The report of a mail system about a mail of the conversation. */
    public NewEntry report(MatchedConversation matched, @Nullable String title, EntryContent content) {
        return note(matched, 0, title, ReplyEffect.MARKS_UNANSWERED, content);
    }

    /** The mail of an agent. */
    public NewEntry note(
            MatchedConversation matched,
            Staff agent,
            @Nullable String title,
            ReplyEffect effect,
            EntryContent content) {
        String name = Objects.requireNonNullElse(names.agent(agent), "");
        MatchedConversation named = new MatchedConversation(
                matched.conversation(), matched.repliesTo(), matched.mergedThread(), matched.byStoredMail(), name);
        return note(named, agent.id, title, effect, content);
    }

    private NewEntry note(
            MatchedConversation matched, int agent, @Nullable String title, ReplyEffect effect, EntryContent content) {
        apply(effect, matched.conversation());
        return new NewEntry(
                matched.conversation(),
                NewEntry.Placement.of(matched, agent == 0 ? ThreadEntryRow.BY_SYSTEM : 0),
                EntryType.NOTE,
                new EntryAuthor(agent, 0, matched.poster()),
                title,
                content,
                recipients(content));
    }

    private void apply(ReplyEffect effect, Conversation conversation) {
        if (effect == ReplyEffect.MARKS_UNANSWERED) {
            conversation.ticket.answered = false;
            return;
        }
        markCustomerWrote(conversation);
        if (effect == ReplyEffect.REOPENS) {
            reopening.byCustomer(conversation, conversation.respondent, null);
        }
    }

    private static @Nullable Recipients recipients(EntryContent content) {
        EntryMail mail = content.mail();
        return mail == null ? null : mail.recipients();
    }

    private EntryAuthor author(Staff agent) {
        return new EntryAuthor(agent.id, 0, Objects.requireNonNullElse(names.agent(agent), ""));
    }

    private void markCustomerWrote(Conversation conversation) {
        conversation.customerWrote = true;
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
