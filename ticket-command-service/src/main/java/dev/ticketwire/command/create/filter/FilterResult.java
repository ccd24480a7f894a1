package dev.ticketwire.command.create.filter;

import dev.ticketwire.command.notice.facts.Occasion.FilterMail;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.TicketPriority;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The combined result of all matching filters. If several set the same value, the last one counts.
 *
 * @param rejected whether the ticket is refused
 * @param usesReplyTo whether the mail's {@code Reply-To} becomes the owner, and the filters run again
 * @param department null if none sets an active one
 * @param topic null if none sets an active one
 * @param staff agent to assign to, 0 if none is set; as configured; the row may not exist
 * @param team likewise
 * @param serviceLevel likewise
 * @param status likewise
 * @param cannedResponse the answer to post, 0 for none
 * @param forbidsResponse whether the owner gets no automatic response by mail
 * @param mails to send once the ticket exists
 * @param changes JSON for the ticket's history, one for each action
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
        boolean forbidsResponse,
        List<FilterMail> mails,
        List<String> changes) {

    /** No filter matched. */
    public static final FilterResult NONE = without(false);

    static final FilterResult REJECTED = without(true);

    private static FilterResult without(boolean rejected) {
        return new FilterResult(rejected, false, null, null, null, 0, 0, 0, 0, 0, false, List.of(), List.of());
    }

    /** Merges two runs of the filters: values of this, the second, take precedence over {@code first}. */
    public FilterResult after(FilterResult first) {
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
                forbidsResponse || first.forbidsResponse,
                both(first.mails, mails),
                both(first.changes, changes));
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        Set<T> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static int later(int second, int first) {
        return second == 0 ? first : second;
    }
}
