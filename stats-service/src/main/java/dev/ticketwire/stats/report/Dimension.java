package dev.ticketwire.stats.report;

import dev.ticketwire.osticket.read.PersonNames;
import dev.ticketwire.osticket.reference.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields by which tickets can be grouped. */
enum Dimension {
    DEPARTMENT("t.dept_id") {
        @Override
        @Nullable
        String name(int id, Reference reference) {
            return nameOf(reference.departments().get(id), row -> row.name);
        }
    },
    AGENT("t.staff_id") {
        @Override
        @Nullable
        String name(int id, Reference reference) {
            return new PersonNames(reference).agent(reference.staff().get(id));
        }
    },
    TOPIC("t.topic_id") {
        @Override
        @Nullable
        String name(int id, Reference reference) {
            return nameOf(reference.topics().get(id), row -> row.name);
        }
    },
    TEAM("t.team_id") {
        @Override
        @Nullable
        String name(int id, Reference reference) {
            return nameOf(reference.teams().get(id), row -> row.name);
        }
    },
    /** From the custom data; a ticket without a priority has the help desk's default. */
    PRIORITY("") {
        @Override
        @Nullable
        String name(int id, Reference reference) {
            return nameOf(reference.priorities().get(id), row -> row.description);
        }

        @Override
        String expression(Reference reference) {
            int fallback = reference.config().number("default_priority_id");
            return reference.ticketColumns().contains("priority")
                    ? PRIORITY_OF_TICKET.formatted(fallback)
                    : Integer.toString(fallback);
        }
    },
    STATUS("t.status_id") {
        @Override
        @Nullable
        String name(int id, Reference reference) {
            return nameOf(reference.statuses().get(id), row -> row.name);
        }
    },
    SOURCE("t.source") {
        @Override
        Object id(String value) {
            return value;
        }

        @Override
        Group group(String value, Reference reference) {
            return new Group(value, value);
        }
    };

    /** The values of the parameter {@code by}. */
    static final List<String> WORDS = Arrays.stream(values())
            .map(dimension -> dimension.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final String PRIORITY_OF_TICKET =
            "COALESCE((SELECT NULLIF(c.priority, '') + 0 FROM {ticket__cdata} c WHERE c.ticket_id = t.ticket_id), %d)";

    private final String column;

    Dimension(String column) {
        this.column = column;
    }

    /** @param word one of {@link #WORDS} */
    static Dimension named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The expression to group tickets {@code t} by; contains no text of the caller. */
    String expression(Reference reference) {
        return column;
    }

    /** The group of a value of {@link #expression}. */
    Group group(String value, Reference reference) {
        return new Group(id(value), name((int) Double.parseDouble(value), reference));
    }

    /** A {@link Long}, or the name of a source. */
    Object id(String value) {
        return (long) Double.parseDouble(value);
    }

    /** Null if there is no such row. */
    @Nullable
    String name(int id, Reference reference) {
        return null;
    }

    private static <T> @Nullable String nameOf(@Nullable T row, Function<T, String> name) {
        return row == null ? null : name.apply(row);
    }
}
