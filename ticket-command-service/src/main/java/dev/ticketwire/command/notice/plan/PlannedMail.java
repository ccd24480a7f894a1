package dev.ticketwire.command.notice.plan;

import dev.ticketwire.command.notice.facts.EntryFacts;
import dev.ticketwire.command.notice.facts.Occasion;
import dev.ticketwire.command.notice.facts.TicketFacts;
import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailFile;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is to be sent, without its text.
 *
 * @param recipients with names as they are shown
 * @param reader whom it addresses
 * @param content what its text is about
 * @param files attached
 */
public record PlannedMail(
        Occasion occasion,
        MailType type,
        TicketFacts ticket,
        Sender sender,
        List<MailAddressee> recipients,
        Reader reader,
        Threading threading,
        Content content,
        List<MailFile> files) {

    /**
     * Its place in the conversation.
     *
     * @param entry of its Message-Id, 0 for none; its HTML then begins with the mark of the Message-Id
     * @param thread of its Message-Id, 0 for none
     * @param answers the mail that it answers, null for none
     */
    public record Threading(int entry, int thread, TicketFacts.@Nullable MailReference answers) {
        public static final Threading NONE = new Threading(0, 0, null);

        /** Of a mail about an entry that answers nothing. */
        static Threading about(EntryFacts entry) {
            return new Threading(entry.id(), entry.thread(), null);
        }
    }

    /**
     * What its text is about; null and empty where the type has no such thing.
     *
     * @param entry the message, response or note
     * @param signature HTML or text of the signature as stored, empty for none
     * @param agent the author of a reply
     * @param assignee the agent assigned
     * @param team the team assigned
     * @param own subject and text of a mail without a template: a filter's (a template), or a log mail's
     */
    public record Content(
            @Nullable EntryFacts entry,
            String signature,
            @Nullable Staff agent,
            @Nullable Staff assignee,
            @Nullable Team team,
            @Nullable OwnText own) {
        static final Content NONE = new Content(null, "", null, null, null, null);

        static Content of(@Nullable EntryFacts entry, String signature) {
            return new Content(entry, signature, null, null, null, null);
        }

        static Content of(OwnText own) {
            return new Content(null, "", null, null, null, own);
        }
    }

    /** @param body HTML of a filter mail, plain text of a log mail */
    public record OwnText(String subject, String body) {}
}
