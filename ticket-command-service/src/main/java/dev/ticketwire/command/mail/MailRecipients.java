package dev.ticketwire.command.mail;

import dev.ticketwire.command.collaborator.CopiedAddress;
import dev.ticketwire.command.entry.Recipients;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.osticket.person.EmailAddress;
import dev.ticketwire.osticket.schema.Mailbox;
import dev.ticketwire.osticket.sql.Collation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The recipients of a mail: the help desk's own mailboxes, and people. */
final class MailRecipients {
    private final ReceiveMail mail;
    private final MailRules rules;
    /** By id, in the order of {@code To}, {@code Cc}, {@code Delivered-To}. */
    private final Map<Integer, Mailbox> mailboxes = new LinkedHashMap<>();

    MailRecipients(ReceiveMail mail, MailRules rules) {
        this.mail = mail;
        this.rules = rules;
        Stream.of(mail.to(), mail.copies(), mail.deliveredTo())
                .flatMap(List::stream)
                .forEach(address -> {
                    Mailbox mailbox = rules.mailbox(address.email());
                    if (mailbox != null) {
                        mailboxes.putIfAbsent(mailbox.id, mailbox);
                    }
                });
    }

    List<Mailbox> mailboxes() {
        return List.copyOf(mailboxes.values());
    }

    /** The mailbox that received the mail: the first it names, otherwise the default; null if there is none. */
    @Nullable
    Mailbox mailbox() {
        return mailboxes.isEmpty()
                ? rules.defaultMailbox()
                : mailboxes.values().iterator().next();
    }

    /** People who become collaborators by this mail; nobody if it does not name the help desk. */
    List<CopiedAddress> copied() {
        List<CopiedAddress> copied = new ArrayList<>();
        if (mailboxes.isEmpty() || !rules.reference().config().flag("add_email_collabs")) {
            return copied;
        }
        Set<String> seen = new HashSet<>();
        mail.deliveredTo().forEach(address -> seen.add(Collation.key(address.email())));
        people(mail.to(), seen).forEach(one -> copied.add(CopiedAddress.to(one.name(), one.email())));
        people(mail.copies(), seen).forEach(one -> copied.add(CopiedAddress.copy(one.name(), one.email())));
        return copied;
    }

    /** Every address in {@code To} and {@code Cc}, separated by blanks. */
    String text() {
        return Stream.concat(mail.to().stream(), mail.copies().stream())
                .map(ReceiveMail.Address::email)
                .collect(Collectors.joining(" "));
    }

    /** As the entry stores them: the help desk's mailboxes by their own names, and always as direct recipients. */
    @Nullable
    Recipients stored() {
        Set<Integer> named = new HashSet<>();
        List<String> to = new ArrayList<>();
        for (ReceiveMail.Address address : mail.to()) {
            Mailbox mailbox = rules.mailbox(address.email());
            if (mailbox != null) {
                named.add(mailbox.id);
            }
            to.add(mailbox == null ? Recipients.written(address.name(), address.email()) : written(mailbox));
        }
        mailboxes.values().stream()
                .filter(mailbox -> named.add(mailbox.id))
                .forEach(mailbox -> to.add(written(mailbox)));
        return Recipients.ofMail(to, storedCopies());
    }

    private List<String> storedCopies() {
        return mail.copies().stream()
                .filter(address -> rules.mailbox(address.email()) == null)
                .map(address -> Recipients.written(address.name(), address.email()))
                .toList();
    }

    private Stream<ReceiveMail.Address> people(List<ReceiveMail.Address> addresses, Set<String> seen) {
        return addresses.stream()
                .filter(address -> EmailAddress.isOfMail(address.email())
                        && rules.mailbox(address.email()) == null
                        && seen.add(Collation.key(address.email())));
    }

    private static String written(Mailbox mailbox) {
        return Recipients.written(mailbox.name, mailbox.address);
    }
}
