package dev.ticketwire.stats.report;

import dev.ticketwire.osticket.read.PersonNames;
import dev.ticketwire.osticket.reference.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What tickets can have in common. Its value is an id, or the source itself. */
enum Dimension {
    DEPARTMENT("t.dept_id") {
        @Override
        @Nullable
        String name(int id, Reference reference) {
            var department = reference.departments().get(id);
            return department == null ? null : department.name;
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
            var topic = reference.topics().get(id);
            return topic == null ? null : topic.name;
        }
    },
    TEAM("t.team_id") {
        @Override
        @Nullable
        String name(int id, Reference reference) {
            var team = reference.teams().get(id);
            return team == null ? null : team.name;
        }
    },
    /** As the custom data hold it; a ticket without one has the help desk's default. */
    PRIORITY("") {
        @Override
        @Nullable
        String name(int id, Reference reference) {
            var priority = reference.priorities().get(id);
            return priority == null ? null : priority.description;
        }

        @Override
        String expression(Reference reference) {
            int usual = reference.config().number("default_priority_id");
            return reference.ticketColumns().contains("priority")
                    ? "COALESCE((SELECT NULLIF(c.priority, '') + 0 FROM {ticket__cdata} c WHERE c.ticket_id = t.ticket_id), "
                            + usual + ")"
                    : Integer.toString(usual);
        }
    },
    STATUS("t.status_id") {
        @Override
        @Nullable
        String name(int id, Reference reference) {
            var status = reference.statuses().get(id);
            return status == null ? null : status.name;
        }
    },
    SOURCE("t.source") {
        @Override
        @Nullable
        String name(int id, Reference reference) {
            return null;
        }

        @Override
        Object id(String value) {
            return value;
        }

        @Override
        @Nullable
        String name(String value, Reference reference) {
            return value;
        }
    };

    static final List<String> WORDS = Arrays.stream(values())
            .map(dimension -> dimension.name().toLowerCase(Locale.ROOT))
            .toList();

    private final String column;

    Dimension(String column) {
        this.column = column;
    }

    /** @param word one of {@link #WORDS} */
    static Dimension of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What a statement over {ticket} t groups by; holds no caller's text. */
    String expression(Reference reference) {
        return column;
    }

    /** For the answer: a number, or the source. */
    Object id(String value) {
        return (long) Double.parseDouble(value);
    }

    /** Null if there is none, or none any more. */
    @Nullable
    String name(String value, Reference reference) {
        return name((int) Double.parseDouble(value), reference);
    }

    abstract @Nullable String name(int id, Reference reference);
}
