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

/** A ticket with those who take part in it, while something is said on it. */
public final class Conversation extends TicketChange {
    /** Null if the ticket is nobody's. */
    final @Nullable Participant owner;
    /** Those who follow the ticket now. */
    final List<Participant> collaborators;
    /** The newest message of a customer, 0 if there is none. */
    final int latestMessage;
    /** The agent who gets it if it is nobody's and opened again, 0 for none. */
    final int respondent;

    /** Users who follow the ticket or may be let to, the owner included. */
    final Set<Integer> following = new HashSet<>();
    /** Those who follow it from now on. */
    final List<NewCollaborator> joined = new ArrayList<>();

    /** A customer wrote. */
    boolean heard;
    /** An agent answered. */
    boolean responded;

    Conversation(
            TicketRow row,
            int thread,
            @Nullable Participant owner,
            List<Participant> collaborators,
            Set<Integer> following,
            int latestMessage,
            int respondent) {
        super(row, thread);
        this.following.addAll(following);
        if (owner != null) {
            this.following.add(owner.user());
        }
        this.owner = owner;
        this.collaborators = collaborators;
        this.latestMessage = latestMessage;
        this.respondent = respondent;
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

    /** Whom an agent's answer goes to. */
    @Nullable
    Recipients ofResponse() {
        return recipients(0);
    }

    /** Whom a customer's message goes to besides the agents: nobody on a ticket without collaborators. */
    @Nullable
    Recipients ofMessage(Participant author) {
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
