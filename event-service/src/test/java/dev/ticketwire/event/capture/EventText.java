package dev.ticketwire.event.capture;

import dev.ticketwire.contract.event.Actor;
import dev.ticketwire.contract.event.AttachedFile;
import dev.ticketwire.contract.event.Collaborator;
import dev.ticketwire.contract.event.Entry;
import dev.ticketwire.contract.event.FieldValue;
import dev.ticketwire.contract.event.FieldValues;
import dev.ticketwire.contract.event.Referral;
import dev.ticketwire.contract.event.TicketChange;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketReference;
import dev.ticketwire.contract.event.TicketState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** Events as short texts. */
@NullUnmarked // rows: any column may be null
final class EventText {
    private EventText() {}

    /** {@code 100001 transferred agent 2 department Support → department Sales}. */
    static String line(TicketEvent event) {
        return (event.number() + " " + type(event) + " " + actor(event) + " " + change(event)).strip();
    }

    static String type(TicketEvent event) {
        return event.type().name().toLowerCase(Locale.ROOT);
    }

    static String actor(TicketEvent event) {
        Actor actor = change(event, TicketChange::actor);
        return actor.type().text() + (actor.id() == null ? "" : " " + actor.id());
    }

    /** {@code before → after}; empty if there is neither. */
    static String change(TicketEvent event) {
        String before = values(change(event, TicketChange::before));
        String after = values(change(event, TicketChange::after));
        return before.isEmpty() && after.isEmpty() ? "" : (before + " → " + after).strip();
    }

    static <T> T change(TicketEvent event, java.util.function.Function<TicketChange, T> part) {
        return part.apply((TicketChange) event.data());
    }

    private static String values(Map<String, Object> values) {
        List<String> texts = new ArrayList<>();
        if (values != null) {
            values.forEach((name, value) -> {
                if (!(value instanceof FieldValues fields && fields.values().isEmpty())) {
                    texts.add(name + " " + value(value));
                }
            });
        }
        return String.join(", ", texts);
    }

    private static String value(Object value) {
        return switch (value) {
            case null -> "none";
            case TicketState.Named named -> named.name();
            case TicketState.Status status -> status.name();
            case FieldValue field -> field.name() + "=" + value(field.value());
            case FieldValues fields ->
                String.join("; ", fields.values().stream().map(EventText::value).toList());
            case Collaborator collaborator -> collaborator.name();
            case Referral referral -> referral.type().text() + " " + referral.name();
            case TicketReference ticket -> ticket.number();
            case Entry entry -> entry(entry);
            default -> value.toString();
        };
    }

    private static String entry(Entry entry) {
        String files = String.join(
                ", ", entry.attachments().stream().map(AttachedFile::name).toList());
        return entry.type().text() + " '" + entry.body().replaceAll("<[^>]+>", "") + "'"
                + (files.isEmpty() ? "" : " with " + files);
    }
}
