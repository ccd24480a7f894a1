package dev.ticketwire.seed;

import dev.ticketwire.seed.HelpDesk.Field;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A ticket's answers: always subject and priority, other texts in every fourth ticket, never other kinds of fields. */
final class FormAnswers {
    private final SyntheticTicket ticket;
    private final String subject;
    private final RandomChoices random;
    private final Map<String, String> columns = new HashMap<>();
    private final StringBuilder display = new StringBuilder();

    FormAnswers(SyntheticTicket ticket, String subject, RandomChoices random) {
        this.ticket = ticket;
        this.subject = subject;
        this.random = random;
    }

    /** Writes the values that end the field's row. */
    void write(Field field, TableRows row) {
        if (field.column().equals("subject")) {
            text(field, row, subject);
        } else if (field.type().equals("priority")) {
            columns.put(field.column(), Integer.toString(ticket.priority().id()));
            row.text(ticket.priority().name()).number(ticket.priority().id()).end();
        } else if (field.type().equals("text") && random.chance(25)) {
            text(field, row, field.column().toUpperCase(Locale.ROOT).charAt(0) + "-" + (1000 + random.nextInt(9000)));
        } else {
            row.nothing().nothing().end();
        }
    }

    private void text(Field field, TableRows row, String answer) {
        columns.put(field.column(), answer);
        display.append(display.isEmpty() ? "" : "\n").append(answer);
        row.text(answer).nothing().end();
    }

    /** The value in the custom-data table; the empty text without an answer. */
    String column(String name) {
        return columns.getOrDefault(name, "");
    }

    /** The text for the search table. */
    String display() {
        return display.toString();
    }
}
