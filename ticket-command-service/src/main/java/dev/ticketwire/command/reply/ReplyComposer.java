package dev.ticketwire.command.reply;

import dev.ticketwire.command.entry.ApiCaller;
import dev.ticketwire.command.entry.Attachments;
import dev.ticketwire.command.user.UserDirectory;
import dev.ticketwire.contract.command.PostReply;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.body.BodyFormat;
import dev.ticketwire.osticket.schema.Staff;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Turns reply commands into entries by the rules, without SQL. */
final class ReplyComposer {
    private static final String FAILED = "Failed to post reply: ";
    private static final String BODY = "message";

    private final ReplyRules rules;
    private final UserDirectory users;
    private final ConversationUpdater updater;

    ReplyComposer(ReplyRules rules, UserDirectory users, LocalDateTime now) {
        this.rules = rules;
        this.users = users;
        this.updater = new ConversationUpdater(rules.reference(), rules.databaseZone(), now);
    }

    /**
     * @param conversation null if there is no such ticket
     * @throws Refused for the first violated rule; the conversation is unchanged then
     */
    NewEntry post(PostReply command, @Nullable Conversation conversation, ApiCaller caller) {
        if (conversation == null) {
            throw Refused.of(ProblemCode.TICKET_NOT_FOUND, "Ticket not found");
        }
        if (command.staff() != null) {
            Staff agent = rules.resolver().staff(command.staff());
            return updater.response(conversation, agent, content(command, conversation, caller));
        }
        Participant author = author(command, conversation);
        return updater.message(conversation, author, content(command, conversation, caller));
    }

    private Participant author(PostReply command, Conversation conversation) {
        String email = command.email();
        Integer user = email == null ? null : users.of(email.strip());
        Participant author = email == null ? conversation.owner : user == null ? null : conversation.participant(user);
        if (author == null) {
            throw Refused.of(
                    ProblemCode.NOT_A_PARTICIPANT, "The ticket's owner or a collaborator has to write it", "email");
        }
        return author;
    }

    private EntryContent content(PostReply command, Conversation conversation, ApiCaller caller) {
        BodyFormat format = BodyFormat.parse(command.format())
                .orElseThrow(() -> Refused.of(
                        ProblemCode.FORMAT_UNKNOWN, "Invalid format. Allowed: markdown, html, text", "format"));
        if (command.body().isBlank() || command.body().equals("0")) {
            throw Refused.of(ProblemCode.REPLY_EMPTY, FAILED + "Reply content is required", BODY);
        }
        if (conversation.thread == 0) {
            throw Refused.of(ProblemCode.NO_THREAD, FAILED + "The ticket has no thread", BODY);
        }
        return new EntryContent(
                Body.of(command.body(), format, rules.bodies()),
                Attachments.of(command.attachments(), rules.attachments()),
                command.ip(),
                null,
                caller);
    }
}
