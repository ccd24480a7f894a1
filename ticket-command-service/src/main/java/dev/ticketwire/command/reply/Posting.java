package dev.ticketwire.command.reply;

import dev.ticketwire.command.change.Reopening;
import dev.ticketwire.command.change.Ticket;
import dev.ticketwire.command.entry.Letter;
import dev.ticketwire.command.entry.Recipients;
import dev.ticketwire.command.ticket.Deadlines;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.osticket.read.PersonNames;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.TicketStatus;
import dev.ticketwire.osticket.text.StoredText;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a ticket when something is said on it. */
public final class Posting {
    private final Reference reference;
    private final PersonNames names;
    private final Reopening reopening;
    private final LocalDateTime now;

    /** @param databaseZone the zone of the database's wall clock */
    public Posting(Reference reference, ZoneId databaseZone, LocalDateTime now) {
        this.reference = reference;
        this.names = new PersonNames(reference);
        this.reopening = new Reopening(reference, new Deadlines(reference, databaseZone), now);
        this.now = now;
    }

    /** An agent answers: a ticket of nobody becomes the agent's, where the help desk is set so. */
    public Post response(Conversation conversation, Staff agent, Content content) {
        Ticket ticket = conversation.ticket;
        if (ticket.staff == 0 && isOpen(ticket) && isClaimed(ticket)) {
            ticket.staff = agent.id;
        }
        ticket.answered = true;
        conversation.responded = true;
        return new Post(
                conversation,
                Post.Kind.RESPONSE,
                author(agent),
                conversation.latestMessage,
                null,
                content,
                conversation.ofResponse());
    }

    /** A customer writes, which opens a closed ticket again, where the help desk is set so. */
    public Post message(Conversation conversation, Participant author, Content content) {
        heard(conversation);
        reopening.byCustomer(conversation, conversation.respondent, author.name());
        return message(conversation, author, 0, content, conversation.ofMessage(author));
    }

    /**
     * A customer writes a mail.
     *
     * @param repliesTo the entry it answers; 0 if it is only known to be about this ticket
     * @param reopens whether it may open a closed ticket again
     */
    public Post mail(Conversation conversation, Participant author, int repliesTo, boolean reopens, Content content) {
        heard(conversation);
        if (reopens) {
            reopening.byCustomer(conversation, conversation.respondent, null);
        }
        Letter letter = content.letter();
        int parent = repliesTo == 0 ? conversation.latestMessage : repliesTo;
        return message(conversation, author, parent, content, letter == null ? null : letter.recipients());
    }

    /** A stranger writes a mail that answers one of the conversation: for the agents to judge. */
    public Post note(Conversation conversation, ReceiveMail.Address stranger, @Nullable String title, Content content) {
        String name = Recipients.written(stranger.name(), stranger.email());
        return note(conversation, new Post.Author(0, 0, StoredText.storable(name)), title, content);
    }

    /** An agent writes a mail. */
    public Post note(Conversation conversation, Staff agent, @Nullable String title, Content content) {
        return note(conversation, author(agent), title, content);
    }

    private static Post note(Conversation conversation, Post.Author author, @Nullable String title, Content content) {
        Letter letter = content.letter();
        return new Post(
                conversation, Post.Kind.NOTE, author, 0, title, content, letter == null ? null : letter.recipients());
    }

    private Post.Author author(Staff agent) {
        return new Post.Author(agent.id, 0, Objects.requireNonNullElse(names.agent(agent), ""));
    }

    private void heard(Conversation conversation) {
        conversation.heard = true;
        conversation.ticket.answered = false;
        conversation.ticket.lastUpdate = now;
    }

    private static Post message(
            Conversation conversation,
            Participant author,
            int repliesTo,
            Content content,
            @Nullable Recipients recipients) {
        return new Post(
                conversation,
                Post.Kind.MESSAGE,
                new Post.Author(0, author.user(), author.name()),
                repliesTo,
                null,
                content,
                recipients);
    }

    private boolean isOpen(Ticket ticket) {
        TicketStatus status = reference.statuses().get(ticket.status);
        return status != null && status.isOpen();
    }

    private boolean isClaimed(Ticket ticket) {
        Department department = reference.departments().get(ticket.department);
        return reference.config().flag("auto_claim_tickets") && (department == null || department.allowsClaims());
    }
}
