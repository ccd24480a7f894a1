package dev.ticketwire.command.reply;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.command.PostReply;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reply in the making: HTML from the ticket's owner. */
final class Answer {
    private final String ticket;
    private final List<Attachment> files = new ArrayList<>();
    private @Nullable String staff;
    private @Nullable String email;
    private String body = "<p>Thank you.</p>";
    private String format = "html";

    private Answer(String ticket) {
        this.ticket = ticket;
    }

    static Answer to(String ticket) {
        return new Answer(ticket);
    }

    Answer byAgent(String name) {
        staff = name;
        return this;
    }

    Answer from(String address) {
        email = address;
        return this;
    }

    Answer saying(String text, String in) {
        body = text;
        format = in;
        return this;
    }

    Answer file(Attachment file) {
        files.add(file);
        return this;
    }

    PostReply command() {
        return new PostReply(ticket, staff, email, body, format, files, "192.0.2.9");
    }
}
