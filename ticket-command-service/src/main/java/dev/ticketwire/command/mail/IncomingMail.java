package dev.ticketwire.command.mail;

import dev.ticketwire.command.apply.Received;
import dev.ticketwire.command.collaborator.CopiedAddress;
import dev.ticketwire.command.create.MailMetadata;
import dev.ticketwire.command.create.TicketRequest;
import dev.ticketwire.command.entry.AttachmentLimits;
import dev.ticketwire.command.entry.Attachments;
import dev.ticketwire.command.entry.EntryMail;
import dev.ticketwire.command.entry.Recipients;
import dev.ticketwire.command.notice.facts.MailHeaders;
import dev.ticketwire.command.notice.facts.Occasion;
import dev.ticketwire.command.notice.facts.TicketFacts.MailReference;
import dev.ticketwire.command.reply.EntryContent;
import dev.ticketwire.command.reply.ReplyEffect;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.contract.command.TicketRouting;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.body.BodyFormat;
import dev.ticketwire.osticket.body.SubjectText;
import dev.ticketwire.osticket.person.EmailAddress;
import dev.ticketwire.osticket.schema.Mailbox;
import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.osticket.text.StoredText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One mail: the entry or the ticket request that it becomes. */
final class IncomingMail {
    private static final String NO_SUBJECT = "[No Subject]";
    private static final String NO_BODY = "-";
    /** osTicket stores no address for entries that came as mails. */
    private static final String NO_IP = "";

    private final String id;
    private final ReceiveMail command;
    private final int apiKey;
    private final Departments departments;
    private final MailRecipients recipients;
    private final EntryMail entryMail;
    private final MailRules rules;

    IncomingMail(Received<ReceiveMail> received, MailRules rules) {
        this.id = received.id();
        this.command = received.command();
        this.apiKey = received.apiKeyId();
        this.departments = received.departments();
        this.rules = rules;
        this.recipients = new MailRecipients(command, rules);
        this.entryMail = new EntryMail(
                StoredMails.stored(
                        Objects.requireNonNullElse(command.messageId(), "<" + received.id() + "@ticketwire>")),
                command.headers(),
                recipients.stored());
    }

    ReceiveMail command() {
        return command;
    }

    /** The id of its command. */
    String id() {
        return id;
    }

    /** The departments that its API key may access. */
    Departments departments() {
        return departments;
    }

    /** The help desk's mailboxes that it was sent to. */
    List<Mailbox> mailboxes() {
        return recipients.mailboxes();
    }

    /** Further recipients, who become collaborators. */
    List<CopiedAddress> copied() {
        return recipients.copied();
    }

    /** Its sender's name as an entry shows it; the address if there is no name. */
    String poster() {
        String name = StoredText.storable(command.sender().name());
        return name.isBlank() ? StoredText.storable(command.sender().email()) : name;
    }

    /** {@code Name <address>} */
    String sender() {
        return Recipients.written(
                StoredText.storable(command.sender().name()), command.sender().email());
    }

    @Nullable
    String title() {
        return SubjectText.title(command.subject());
    }

    /** The effect of the entry on its ticket. */
    ReplyEffect effect() {
        return isByMachine() ? ReplyEffect.AWAITS_ANSWER : ReplyEffect.REOPENS;
    }

    /** The content of the entry, without the text that it quotes. */
    EntryContent content() {
        Attachments files = Attachments.of(
                command.attachments(), AttachmentLimits.ofMail(rules.reference().config()));
        ReplyText text = ReplyText.of(
                command.body(), format(), rules.separator(), rules.replies().bodies(), files.pictures());
        return new EntryContent(text.body(), files.without(text.quoted()).shownIn(text.body()), NO_IP, entryMail);
    }

    /** The request for a new ticket. */
    TicketRequest request() {
        ReceiveMail.Address sender = command.sender();
        String body = written();
        OpenTicket ticket = new OpenTicket(
                new OpenTicket.Requester(
                        sender.name().isBlank() ? sender.email() : sender.name(), sender.email(), null),
                new OpenTicket.Content(
                        SubjectText.answer(command.subject()).isBlank() ? NO_SUBJECT : command.subject(),
                        body.isBlank() || body.equals("0") ? NO_BODY : body,
                        format().label(),
                        command.attachments()),
                TicketRouting.NONE,
                null,
                new OpenTicket.Notifications(
                        !command.nature().bounce(),
                        !isByMachine() && !command.nature().declinesAnswers()),
                new OpenTicket.Origin("Email", command.ip()),
                Map.of(),
                null,
                false);
        return new TicketRequest(id, ticket, apiKey, departments, metadata());
    }

    /** Its text as sent, without what it quotes. */
    private String written() {
        if (rules.separator().isEmpty()) {
            return command.body();
        }
        Attachments files = Attachments.of(
                command.attachments(), AttachmentLimits.ofMail(rules.reference().config()));
        return ReplyText.written(
                command.body(), format(), rules.separator(), rules.replies().bodies(), files.pictures());
    }

    private MailMetadata metadata() {
        return new MailMetadata(
                recipients.mailbox(),
                recipients.mailboxes(),
                replyTo(),
                recipients.text(),
                recipients.copied(),
                priority(),
                incoming(),
                entryMail);
    }

    /** What mails about it need to know of it. An id that the gateway gave it is none that its sender knows. */
    Occasion.Incoming incoming() {
        Mailbox mailbox = recipients.mailbox();
        MailReference reference = MailHeaders.reference(command.headers());
        return new Occasion.Incoming(
                command.sender().email(),
                mailbox == null ? 0 : mailbox.id,
                command.nature().automatic(),
                command.nature().declinesAnswers(),
                command.nature().bounce(),
                reference == null ? null : reference.messageId(),
                reference == null ? List.of() : reference.references());
    }

    private ReceiveMail.@Nullable Address replyTo() {
        return command.replyTo().stream()
                .filter(address -> EmailAddress.isOfMail(address.email()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable TicketPriority priority() {
        return rules.reference().config().flag("use_email_priority")
                ? MailPriority.of(command.headers(), rules.reference())
                : null;
    }

    private boolean isByMachine() {
        return command.nature().automatic() || command.nature().bounce();
    }

    private BodyFormat format() {
        return BodyFormat.parse(command.format()).orElse(BodyFormat.TEXT);
    }
}
