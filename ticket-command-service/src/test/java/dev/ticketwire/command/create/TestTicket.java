package dev.ticketwire.command.create;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.command.TicketRouting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request in the making: somebody new writes about a bike. */
public final class TestTicket {
    private final Map<String, @Nullable String> texts = new HashMap<>();
    private final Map<String, @Nullable Object> fields = new HashMap<>();
    private final List<Attachment> files = new ArrayList<>();
    private boolean strict;

    private TestTicket() {}

    public static TestTicket of(@Nullable String subject) {
        return new TestTicket()
                .with("name", "Nina New")
                .with("subject", subject)
                .with("message", "It does not <b>roll</b>.")
                .with("ip", "192.0.2.7")
                .from("nina@new.example");
    }

    public TestTicket from(String email) {
        return with("email", email);
    }

    public TestTicket with(String name, @Nullable String value) {
        texts.put(name, value);
        return this;
    }

    public TestTicket answer(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    /** As a short path sends it. */
    public TestTicket strict() {
        strict = true;
        return this;
    }

    public TestTicket file(Attachment file) {
        files.add(file);
        return this;
    }

    public OpenTicket command() {
        return new OpenTicket(
                new OpenTicket.Requester(texts.get("name"), texts.get("email"), texts.get("phone")),
                new OpenTicket.Content(texts.get("subject"), texts.get("message"), texts.get("format"), files),
                routing(),
                texts.get("parent"),
                OpenTicket.Notifications.ALL,
                new OpenTicket.Origin("API", String.valueOf(texts.get("ip"))),
                fields,
                texts.get("externalId"),
                strict);
    }

    private TicketRouting routing() {
        return new TicketRouting(
                texts.get("department"),
                texts.get("topic"),
                texts.get("priority"),
                texts.get("status"),
                texts.get("staff"),
                texts.get("team"),
                texts.get("sla"),
                texts.get("dueDate"));
    }
}
