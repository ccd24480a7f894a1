package dev.ticketwire.query.fields;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows that a ticket refers to. */
public record TicketReferences(
        NamedId status,
        NamedId priority,
        NamedId department,
        NamedId topic,
        NamedId agent,
        NamedId team,
        NamedId serviceLevel) {

    static TicketReferences read(ResultSet row, ReferenceNames names) throws SQLException {
        return new TicketReferences(
                new NamedId(row.getInt("status_id"), row.getString("status")),
                names.priority(row.getInt("priority_id")),
                names.department(row.getInt("dept_id")),
                names.topic(row.getInt("topic_id")),
                names.agent(row.getInt("staff_id")),
                names.team(row.getInt("team_id")),
                names.serviceLevel(row.getInt("sla_id")));
    }
}
