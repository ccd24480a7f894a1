package dev.ticketwire.seed;

import dev.ticketwire.seed.HelpDesk.Field;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A ticket's answers: subject and priority always, further texts in every fourth ticket, other kinds of fields never. */
final class FormAnswers {
    private final SyntheticTicket story;
    private final String subject;
    private final RandomChoices draws;
    private final Map<String, String> columns = new HashMap<>();
    private final StringBuilder display = new StringBuilder();

    FormAnswers(SyntheticTicket story, String subject, RandomChoices draws) {
        this.story = story;
        this.subject = subject;
        this.draws = draws;
    }

    /** Ends the field's row. */
    void value(Field field, TableRows row) {
        if (field.column().equals("subject")) {
            text(field, row, subject);
        } else if (field.type().equals("priority")) {
            columns.put(field.column(), Integer.toString(story.priority().id()));
            row.text(story.priority().name()).number(story.priority().id()).end();
        } else if (field.type().equals("text") && draws.chance(25)) {
            text(field, row, field.column().toUpperCase(Locale.ROOT).charAt(0) + "-" + (1000 + draws.below(9000)));
        } else {
            row.nothing().nothing().end();
        }
    }

    private void text(Field field, TableRows row, String answer) {
        columns.put(field.column(), answer);
        display.append(display.isEmpty() ? "" : "\n").append(answer);
        row.text(answer).nothing().end();
    }

    /** What the custom data hold; no answer is the empty text there. */
    String column(String name) {
        return columns.getOrDefault(name, "");
    }

    /** For the search table. */
    String display() {
        return display.toString();
    }
}
