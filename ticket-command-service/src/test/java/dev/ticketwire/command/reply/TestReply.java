package dev.ticketwire.command.reply;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.command.PostReply;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reply in the making: HTML from the ticket's owner. */
final class TestReply {
    private final String ticket;
    private final List<Attachment> files = new ArrayList<>();
    private @Nullable String staff;
    private @Nullable String email;
    private String body = "<p>Thank you.</p>";
    private String format = "html";

    private TestReply(String ticket) {
        this.ticket = ticket;
    }

    static TestReply to(String ticket) {
        return new TestReply(ticket);
    }

    TestReply byAgent(String name) {
        staff = name;
        return this;
    }

    TestReply from(String address) {
        email = address;
        return this;
    }

    TestReply saying(String text, String in) {
        body = text;
        format = in;
        return this;
    }

    TestReply file(Attachment file) {
        files.add(file);
        return this;
    }

    PostReply command() {
        return new PostReply(ticket, staff, email, body, format, files, "192.0.2.9", false);
    }
}
