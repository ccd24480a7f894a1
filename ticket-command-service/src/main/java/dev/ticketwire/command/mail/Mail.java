package dev.ticketwire.command.mail;

import dev.ticketwire.command.apply.Received;
import dev.ticketwire.command.create.Arrival;
import dev.ticketwire.command.create.Request;
import dev.ticketwire.command.entry.AttachmentLimits;
import dev.ticketwire.command.entry.Attachments;
import dev.ticketwire.command.entry.Letter;
import dev.ticketwire.command.entry.Recipients;
import dev.ticketwire.command.reply.Content;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.schema.Mailbox;
import dev.ticketwire.osticket.text.BodyFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One mail, as the entry or as the ticket that it may become. */
final class Mail {
    private static final String NO_SUBJECT = "[No Subject]";
    private static final String NO_BODY = "-";

    private final ReceiveMail command;
    private final int apiKey;
    private final Departments departments;
    private final Letter letter;
    private final MailRules rules;

    Mail(Received<ReceiveMail> received, MailRules rules) {
        this.command = received.command();
        this.apiKey = received.apiKeyId();
        this.departments = received.departments();
        this.rules = rules;
        this.letter = new Letter(
                Objects.requireNonNullElse(command.messageId(), "<" + received.id() + "@ticketwire>"),
                command.headers(),
                Recipients.ofMail(written(command.to()), written(command.copies())));
    }

    ReceiveMail command() {
        return command;
    }

    /** Where its key may put it. */
    Departments departments() {
        return departments;
    }

    /** As part of a conversation: without what it quotes. */
    Content content() {
        Attachments files = Attachments.of(
                command.attachments(), AttachmentLimits.ofMail(rules.reference().config()));
        AnswerText text = AnswerText.of(
                command.body(), format(), rules.separator(), rules.replies().bodies(), files.pictures());
        return new Content(text.body(), files.without(text.quoted()).shownIn(text.body()), command.ip(), letter);
    }

    /** As a ticket of its own. */
    Request request() {
        String name = command.sender().name();
        String email = command.sender().email();
        String body = command.body();
        OpenTicket ticket = new OpenTicket(
                name.isBlank() ? email : name,
                email,
                null,
                command.subject().isBlank() ? NO_SUBJECT : command.subject(),
                body.isBlank() || body.equals("0") ? NO_BODY : body,
                format().label(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                !command.nature().automatic(),
                "Email",
                command.ip(),
                command.attachments(),
                Map.of(),
                null);
        return new Request(ticket, apiKey, departments, new Arrival(mailbox(), name, addressees(), letter));
    }

    private BodyFormat format() {
        return BodyFormat.parse(command.format()).orElse(BodyFormat.TEXT);
    }

    private @Nullable Mailbox mailbox() {
        return addressed()
                .map(address -> rules.mailbox(address.email()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(rules::defaultMailbox);
    }

    private String addressees() {
        return addressed().map(ReceiveMail.Address::email).collect(Collectors.joining(" "));
    }

    private Stream<ReceiveMail.Address> addressed() {
        return Stream.concat(command.to().stream(), command.copies().stream());
    }

    /** The help desk's own addresses under the names that it gives them. */
    private List<String> written(List<ReceiveMail.Address> addresses) {
        return addresses.stream()
                .map(address -> {
                    Mailbox mailbox = rules.mailbox(address.email());
                    return mailbox == null
                            ? Recipients.written(address.name(), address.email())
                            : Recipients.written(mailbox.name, mailbox.address);
                })
                .toList();
    }
}
