package dev.ticketwire.command.create.filter;

import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.TicketPriority;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the matching filters make of a ticket; where several set the same thing, the last one does.
 *
 * @param rejected whether the ticket is refused
 * @param usesReplyTo whether the mail's {@code Reply-To} becomes the owner, and the filters have to look again
 * @param department null if none sets an active one
 * @param topic null if none sets an active one
 * @param staff agent to assign to, 0 if none is set; as configured, the row may be missing
 * @param team likewise
 * @param serviceLevel likewise
 * @param status likewise
 * @param cannedResponse the answer to post, 0 for none
 * @param changes what the ticket's history says about it: JSON, one for each action
 */
public record FilterResult(
        boolean rejected,
        boolean usesReplyTo,
        @Nullable Department department,
        @Nullable HelpTopic topic,
        @Nullable TicketPriority priority,
        int staff,
        int team,
        int serviceLevel,
        int status,
        int cannedResponse,
        List<String> changes) {

    /** No filter matched. */
    public static final FilterResult NONE = new FilterResult(false, false, null, null, null, 0, 0, 0, 0, 0, List.of());

    static final FilterResult REJECTED = new FilterResult(true, false, null, null, null, 0, 0, 0, 0, 0, List.of());

    /** What a second look says, and else what the first one did. */
    public FilterResult after(FilterResult first) {
        Set<String> both = new LinkedHashSet<>(first.changes);
        both.addAll(changes);
        return new FilterResult(
                rejected,
                usesReplyTo,
                department == null ? first.department : department,
                topic == null ? first.topic : topic,
                priority == null ? first.priority : priority,
                later(staff, first.staff),
                later(team, first.team),
                later(serviceLevel, first.serviceLevel),
                later(status, first.status),
                later(cannedResponse, first.cannedResponse),
                List.copyOf(both));
    }

    private static int later(int second, int first) {
        return second == 0 ? first : second;
    }
}
