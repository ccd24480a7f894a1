package dev.ticketwire.command.reply;

import dev.ticketwire.command.change.TicketChange;
import dev.ticketwire.command.collaborator.NewCollaborator;
import dev.ticketwire.command.entry.Recipients;
import dev.ticketwire.command.ticket.TicketRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A ticket and its participants, while entries are added to it. */
public final class Conversation extends TicketChange {
    /** Null if the ticket has none. */
    final @Nullable Participant owner;
    /** The active collaborators. */
    final List<Participant> collaborators;
    /** The newest message of a customer, 0 if there is none. */
    final int latestMessage;
    /** The agent who gets the ticket if it is reopened without an assignee, 0 for none. */
    final int respondent;

    /** Ids of the owner and of all collaborators, active or not. */
    final Set<Integer> collaboratorUsers = new HashSet<>();
    /** Collaborators to be added. */
    final List<NewCollaborator> newCollaborators = new ArrayList<>();

    /** Whether a customer wrote. */
    boolean customerWrote;
    /** Whether an agent answered. */
    boolean agentResponded;

    /**
     * The participants of a ticket.
     *
     * @param owner null if the ticket has none
     * @param collaborators the active ones
     * @param users ids of all collaborators, inactive ones included
     */
    record Participants(@Nullable Participant owner, List<Participant> collaborators, Set<Integer> users) {}

    Conversation(TicketRow row, int thread, Participants participants, int latestMessage, int respondent) {
        super(row, thread);
        this.owner = participants.owner;
        this.collaborators = participants.collaborators;
        this.latestMessage = latestMessage;
        this.respondent = respondent;
        this.collaboratorUsers.addAll(participants.users);
        if (owner != null) {
            this.collaboratorUsers.add(owner.user());
        }
    }

    /** The owner, or an active collaborator; null if the user is neither. */
    public @Nullable Participant participant(int user) {
        List<Participant> all = new ArrayList<>(collaborators);
        if (owner != null) {
            all.addFirst(owner);
        }
        for (Participant participant : all) {
            if (participant.user() == user) {
                return participant;
            }
        }
        return null;
    }

    /** The newest message of a customer, 0 if there is none. */
    public int latestMessage() {
        return latestMessage;
    }

    /** The recipients of an agent's answer. */
    @Nullable
    Recipients responseRecipients() {
        return recipients(0);
    }

    /** The recipients of a customer's message besides the agents: nobody if the ticket has no collaborators. */
    @Nullable
    Recipients messageRecipients(Participant author) {
        return collaborators.isEmpty() ? null : recipients(author.user());
    }

    private @Nullable Recipients recipients(int butNot) {
        Map<String, String> to = new LinkedHashMap<>();
        if (owner != null && owner.user() != butNot) {
            to.put(Integer.toString(owner.user()), owner.written());
        }
        Map<String, String> copies = new LinkedHashMap<>();
        for (Participant follower : collaborators) {
            if (follower.user() != butNot) {
                copies.put(Integer.toString(follower.collaborator()), follower.written());
            }
        }
        return Recipients.of(to, copies);
    }
}
