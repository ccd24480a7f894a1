package dev.ticketwire.command.mail;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.command.ReceiveMail;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mail in the making: somebody writes plain text to the help desk. */
final class TestMail {
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

    private TestMail(String name, String address) {
        this.name = name;
        this.address = address;
    }

    static TestMail from(String name, String address) {
        return new TestMail(name, address);
    }

    TestMail to(String mailbox) {
        to = mailbox;
        return this;
    }

    TestMail copy(String other, String email) {
        copies.add(new ReceiveMail.Address(other, email));
        return this;
    }

    TestMail about(String text) {
        subject = text;
        return this;
    }

    TestMail saying(String text, String in) {
        body = text;
        format = in;
        return this;
    }

    TestMail id(String id) {
        messageId = id;
        return this;
    }

    TestMail answering(String... ids) {
        references = List.of(ids);
        return this;
    }

    TestMail quoting(String... ids) {
        quoted = List.of(ids);
        return this;
    }

    TestMail byMachine() {
        nature = new ReceiveMail.Nature(true, false, false, false);
        return this;
    }

    /** What people's mail programs set: {@code X-Auto-Response-Suppress: OOF}. */
    TestMail declining() {
        nature = new ReceiveMail.Nature(false, true, false, false);
        return this;
    }

    TestMail bounced() {
        nature = new ReceiveMail.Nature(true, false, true, false);
        return this;
    }

    TestMail reportingOn(String... ids) {
        nature = new ReceiveMail.Nature(true, false, true, true);
        returned = List.of(ids);
        return this;
    }

    /** As qmail and Exim do, in plain text. */
    TestMail bouncing(String... ids) {
        nature = new ReceiveMail.Nature(true, false, true, false);
        returned = List.of(ids);
        return this;
    }

    TestMail alsoTo(String other, String email) {
        more.add(new ReceiveMail.Address(other, email));
        return this;
    }

    TestMail deliveredTo(String email) {
        deliveredTo.add(new ReceiveMail.Address("", email));
        return this;
    }

    TestMail replyTo(String other, String email) {
        replyTo.add(new ReceiveMail.Address(other, email));
        return this;
    }

    TestMail header(String line) {
        moreHeaders += "\n" + line;
        return this;
    }

    TestMail file(Attachment file) {
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
