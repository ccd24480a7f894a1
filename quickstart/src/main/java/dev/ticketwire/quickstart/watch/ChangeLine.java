package dev.ticketwire.quickstart.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi.Style;

/** Writes an event as one line: time, ticket, kind of change, from what to what, who. */
final class ChangeLine {
    private final TerminalText text;

    ChangeLine(TerminalText text) {
        this.text = text;
    }

    /** @param event a CloudEvent in JSON form */
    String of(JsonNode event) {
        String kind = kind(event.path("type").asText());
        JsonNode data = event.path("data");
        String number = event.path("subject").asText("-");
        return Stream.of(
                        event.path("time").asText(),
                        text.styled(Style.bold, "%-8s".formatted(harmless(number))),
                        text.styled(colour(kind), "%-20s".formatted(kind)),
                        harmless(what(kind, data)),
                        text.styled(Style.faint, harmless(actor(data.path("actor")))))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }

    /** @return {@code status changed} for {@code ticket.status_changed.v1} */
    private static String kind(String type) {
        return type.replaceFirst("^ticket\\.", "")
                .replaceFirst("\\.v\\d+$", "")
                .replace('_', ' ')
                .replace('.', ' ');
    }

    private static String what(String kind, JsonNode data) {
        return switch (kind) {
            case "created", "deleted", "snapshot", "resynchronised" -> summary(data.path("ticket"));
            case "feed gap" ->
                "changes from " + data.path("from").asText() + " to "
                        + data.path("to").asText() + " may be missing: "
                        + data.path("reason").asText();
            default -> ChangedValues.text(data, kind);
        };
    }

    private static String summary(JsonNode ticket) {
        String subject = ticket.path("subject").asText("");
        return Stream.of(
                        subject.isEmpty() ? "" : "\"" + subject + "\"",
                        named("in ", ticket.path("department")),
                        ticket.path("status").path("name").asText(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String named(String before, JsonNode value) {
        String name = value.path("name").asText("");
        return name.isEmpty() ? "" : before + name;
    }

    private static String actor(JsonNode actor) {
        String type = actor.path("type").asText("");
        String name = actor.path("name").asText(actor.path("id").asText(""));
        String kind = type.equals("api_key") ? "API key" : type;
        return type.isEmpty() ? "" : ("by " + kind + " " + name).strip();
    }

    private static Style colour(String kind) {
        return switch (kind) {
            case "created" -> Style.fg_green;
            case "deleted", "feed gap", "overdue" -> Style.fg_red;
            case "message posted", "reply posted", "note posted" -> Style.fg_cyan;
            case "snapshot", "resynchronised" -> Style.faint;
            default -> Style.fg_yellow;
        };
    }

    private static String harmless(String text) {
        return Objects.requireNonNull(TerminalText.harmless(text));
    }
}
