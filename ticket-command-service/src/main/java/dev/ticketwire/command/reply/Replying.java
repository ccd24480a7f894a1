package dev.ticketwire.command.reply;

import dev.ticketwire.command.entry.Attachments;
import dev.ticketwire.command.entry.Caller;
import dev.ticketwire.command.ticket.Refused;
import dev.ticketwire.command.user.KnownUsers;
import dev.ticketwire.contract.command.PostReply;
import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.body.BodyFormat;
import dev.ticketwire.osticket.schema.Staff;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Applies the rules to one reply after the other, without a statement. */
final class Replying {
    private static final String FAILED = "Failed to post reply: ";
    private static final String BODY = "message";

    private final ReplyRules rules;
    private final KnownUsers users;
    private final Posting posting;

    Replying(ReplyRules rules, KnownUsers users, LocalDateTime now) {
        this.rules = rules;
        this.users = users;
        this.posting = new Posting(rules.reference(), rules.databaseZone(), now);
    }

    /**
     * @param conversation null if there is no such ticket
     * @throws Refused for the first rule that is not met; the conversation is as it was
     */
    Post post(PostReply command, @Nullable Conversation conversation, Caller caller) {
        if (conversation == null) {
            throw new Refused("ticket-not-found", 404, "Ticket not found", null);
        }
        if (command.staff() != null) {
            Staff agent = rules.resolver().staff(command.staff());
            return posting.response(conversation, agent, content(command, conversation, caller));
        }
        Participant author = author(command, conversation);
        return posting.message(conversation, author, content(command, conversation, caller));
    }

    private Participant author(PostReply command, Conversation conversation) {
        String email = command.email();
        Integer user = email == null ? null : users.of(email.strip());
        Participant author = email == null ? conversation.owner : user == null ? null : conversation.participant(user);
        if (author == null) {
            throw new Refused(
                    "not-a-participant", 403, "The ticket's owner or a collaborator has to write it", "email");
        }
        return author;
    }

    private Content content(PostReply command, Conversation conversation, Caller caller) {
        BodyFormat format = BodyFormat.parse(command.format())
                .orElseThrow(() ->
                        new Refused("invalid-format", 400, "Invalid format. Allowed: markdown, html, text", "format"));
        if (command.body().isBlank() || command.body().equals("0")) {
            throw new Refused("empty-reply", 400, FAILED + "Reply content is required", BODY);
        }
        if (conversation.thread == 0) {
            throw new Refused("no-thread", 400, FAILED + "The ticket has no thread", BODY);
        }
        return new Content(
                Body.of(command.body(), format, rules.bodies()),
                Attachments.of(command.attachments(), rules.attachments()),
                command.ip(),
                null,
                caller);
    }
}
