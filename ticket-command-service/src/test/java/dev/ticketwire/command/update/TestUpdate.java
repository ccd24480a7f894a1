package dev.ticketwire.command.update;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.command.TicketRouting;
import dev.ticketwire.contract.command.UpdateTicket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request in the making: nothing changes yet. */
final class TestUpdate {
    private final Map<String, @Nullable String> texts = new HashMap<>();
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private final Set<String> emptied = new HashSet<>();
    private final List<Attachment> files = new ArrayList<>();

    private boolean strict;

    private TestUpdate() {}

    static TestUpdate of(String ticket) {
        return new TestUpdate().with("ticket", ticket).with("format", "markdown");
    }

    TestUpdate with(String name, @Nullable String value) {
        texts.put(name, value);
        return this;
    }

    TestUpdate without(String name) {
        emptied.add(name);
        return this;
    }

    TestUpdate answer(String field, @Nullable Object value) {
        fields.put(field, value);
        return this;
    }

    /** As a short path sends it. */
    TestUpdate strict() {
        strict = true;
        return this;
    }

    TestUpdate file(Attachment file) {
        files.add(file);
        return this;
    }

    UpdateTicket command() {
        String note = texts.get("note");
        return new UpdateTicket(
                String.valueOf(texts.get("ticket")),
                routing(),
                texts.get("parent"),
                texts.get("subject"),
                emptied,
                fields,
                note == null
                        ? null
                        : new UpdateTicket.Note(
                                texts.get("title"), note, String.valueOf(texts.get("format")), files, false),
                "192.0.2.9",
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
