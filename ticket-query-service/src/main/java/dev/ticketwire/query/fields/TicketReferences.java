package dev.ticketwire.query.fields;

import dev.ticketwire.osticket.schema.TicketStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows that a ticket refers to. */
public record TicketReferences(
        NamedId status,
        NamedId priority,
        NamedId department,
        NamedId topic,
        NamedId agent,
        NamedId team,
        NamedId serviceLevel) {
    private static final Pattern ID = Pattern.compile("\\d{1,9}");

    static TicketReferences read(ResultSet row, TicketStatus status, ReferenceNames names) throws SQLException {
        return new TicketReferences(
                new NamedId(status.id, status.name),
                names.priority(priority(row.getString("priority_id"))),
                names.department(row.getInt("dept_id")),
                names.topic(row.getInt("topic_id")),
                names.agent(row.getInt("staff_id")),
                names.team(row.getInt("team_id")),
                names.serviceLevel(row.getInt("sla_id")));
    }

    /** The id of a priority; 0 for what is none. */
    private static int priority(@Nullable String answer) {
        return answer == null || !ID.matcher(answer).matches() ? 0 : Integer.parseInt(answer);
    }
}
