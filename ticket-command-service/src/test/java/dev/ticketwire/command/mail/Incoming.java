package dev.ticketwire.command.mail;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.command.ReceiveMail;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail in the making: somebody writes plain text to the help desk. */
final class Incoming {
    private final String name;
    private final String address;
    private final List<Attachment> files = new ArrayList<>();
    private final List<ReceiveMail.Address> copies = new ArrayList<>();
    private List<String> references = List.of();
    private String to = "hello@harbourbikes.example";
    private String subject = "By mail";
    private String body = "Hello by mail";
    private String format = "text";
    private boolean automatic;
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

    Incoming byMachine() {
        automatic = true;
        return this;
    }

    Incoming file(Attachment file) {
        files.add(file);
        return this;
    }

    String headers() {
        return "From: " + name + " <" + address + ">\nTo: " + to + "\nSubject: " + subject;
    }

    ReceiveMail command() {
        return new ReceiveMail(
                new ReceiveMail.Address(name, address),
                List.of(),
                List.of(new ReceiveMail.Address("", to)),
                copies,
                List.of(),
                subject,
                body,
                format,
                files,
                messageId,
                references,
                List.of(),
                List.of(),
                headers(),
                new ReceiveMail.Nature(automatic, false, false, false),
                "127.0.0.1");
    }
}
