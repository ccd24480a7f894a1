package dev.ticketwire.command.create;

import dev.ticketwire.command.create.number.NumberingScheme;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TicketPriority;
import org.jspecify.annotations.Nullable;

/**
 * The routing of a new ticket: the result of {@link RoutingRules}.
 *
 * @param topic null for none
 * @param department the department it is routed to, which decides history, service level and assignment
 * @param finalDepartment the department of the stored ticket: the requested one, else {@code department}
 * @param priority null for none
 * @param status the requested status; {@code InitialStatus} decides the actual one
 * @param staff the agent to assign, null if nobody is available
 * @param team likewise
 * @param serviceLevel null for none, or one that does not exist
 */
record EffectiveRouting(
        @Nullable HelpTopic topic,
        int department,
        int finalDepartment,
        @Nullable TicketPriority priority,
        int status,
        @Nullable Staff staff,
        @Nullable Team team,
        @Nullable ServiceLevel serviceLevel,
        NumberingScheme numbering) {

    int topicId() {
        return topic == null ? 0 : topic.id;
    }

    int serviceLevelId() {
        return serviceLevel == null ? 0 : serviceLevel.id;
    }
}
