package dev.ticketwire.command.create;

import dev.ticketwire.command.create.number.NumberingScheme;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TicketPriority;
import org.jspecify.annotations.Nullable;

/**
 * Where a new ticket goes and how it is handled; see {@link RoutingRules}.
 *
 * @param topic null for none
 * @param department where it is routed to; its history, service level and assignment go by this one
 * @param finalDepartment where it lies in the end: the department asked for, else the same
 * @param priority null for none
 * @param status wanted; see {@code InitialStatus} for the one it gets
 * @param staff whom it is to be assigned to, null for nobody available
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
