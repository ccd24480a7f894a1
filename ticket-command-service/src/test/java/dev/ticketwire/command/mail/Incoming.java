package dev.ticketwire.command.mail;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.command.ReceiveMail;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mail in the making: somebody writes plain text to the help desk. */
final class Incoming {
    private final String name;
    private final String address;
    private final List<Attachment> files = new ArrayList<>();
    private final List<ReceiveMail.Address> copies = new ArrayList<>();
    private final List<ReceiveMail.Address> more = new ArrayList<>();
    private final List<ReceiveMail.Address> deliveredTo = new ArrayList<>();
    private final List<ReceiveMail.Address> replyTo = new ArrayList<>();
    private List<String> references = List.of();
    private List<String> quoted = List.of();
    private List<String> returned = List.of();
    private String to = "hello@harbourbikes.example";
    private String moreHeaders = "";
    private String subject = "By mail";
    private String body = "Hello by mail";
    private String format = "text";
    private ReceiveMail.Nature nature = ReceiveMail.Nature.PERSONAL;
    private @Nullable String messageId;

    private Incoming(String name, String address) {
        this.name = name;
        this.address = address;
    }

    static Incoming from(String name, String address) {
        return new Incoming(name, address);
    }

    Incoming to(String mailbox) {
        to = mailbox;
        return this;
    }

    Incoming copy(String other, String email) {
        copies.add(new ReceiveMail.Address(other, email));
        return this;
    }

    Incoming about(String text) {
        subject = text;
        return this;
    }

    Incoming saying(String text, String in) {
        body = text;
        format = in;
        return this;
    }

    Incoming id(String id) {
        messageId = id;
        return this;
    }

    Incoming answering(String... ids) {
        references = List.of(ids);
        return this;
    }

    Incoming quoting(String... ids) {
        quoted = List.of(ids);
        return this;
    }

    Incoming byMachine() {
        nature = new ReceiveMail.Nature(true, false, false, false);
        return this;
    }

    /** What people's mail programs set: {@code X-Auto-Response-Suppress: OOF}. */
    Incoming declining() {
        nature = new ReceiveMail.Nature(false, true, false, false);
        return this;
    }

    Incoming bounced() {
        nature = new ReceiveMail.Nature(true, false, true, false);
        return this;
    }

    Incoming reportingOn(String... ids) {
        nature = new ReceiveMail.Nature(true, false, true, true);
        returned = List.of(ids);
        return this;
    }

    /** As qmail and Exim do, in plain text. */
    Incoming bouncing(String... ids) {
        nature = new ReceiveMail.Nature(true, false, true, false);
        returned = List.of(ids);
        return this;
    }

    Incoming alsoTo(String other, String email) {
        more.add(new ReceiveMail.Address(other, email));
        return this;
    }

    Incoming deliveredTo(String email) {
        deliveredTo.add(new ReceiveMail.Address("", email));
        return this;
    }

    Incoming replyTo(String other, String email) {
        replyTo.add(new ReceiveMail.Address(other, email));
        return this;
    }

    Incoming header(String line) {
        moreHeaders += "\n" + line;
        return this;
    }

    Incoming file(Attachment file) {
        files.add(file);
        return this;
    }

    String headers() {
        return "From: " + name + " <" + address + ">\nTo: " + to + "\nSubject: " + subject + moreHeaders;
    }

    ReceiveMail command() {
        return new ReceiveMail(
                new ReceiveMail.Address(name, address),
                replyTo,
                Stream.concat(Stream.of(new ReceiveMail.Address("", to)), more.stream())
                        .toList(),
                copies,
                deliveredTo,
                subject,
                body,
                format,
                files,
                messageId,
                references,
                quoted,
                returned,
                headers(),
                nature,
                "127.0.0.1");
    }
}
