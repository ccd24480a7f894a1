package dev.ticketwire.command.create;

import dev.ticketwire.command.ticket.Resolver;
import dev.ticketwire.contract.command.TicketRouting;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.format.RowId;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.osticket.schema.TicketStatus;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a request names by id or name; null if it names none.
 *
 * @param parent internal id
 * @param topic null also if it is unknown or inactive, which counts as not sent
 */
record ResolvedRequest(
        @Nullable HelpTopic topic,
        @Nullable Department department,
        @Nullable Integer parent,
        @Nullable TicketPriority priority,
        @Nullable TicketStatus status,
        @Nullable Staff staff,
        @Nullable Team team,
        @Nullable ServiceLevel serviceLevel) {

    /** A create answers 400 for every invalid reference. */
    private static final int STATUS = 400;

    private static final int FORBIDDEN = 403;

    /**
     * @throws Refused for the first one that does not exist or must not be used
     */
    static ResolvedRequest of(TicketRequest request, RequestedParents parents, Reference reference) {
        TicketRouting routing = request.command().routing();
        Resolver resolver = new Resolver(reference);
        try {
            return new ResolvedRequest(
                    topic(routing.topic(), resolver),
                    sent(routing.department(), resolver::department),
                    parents.of(request),
                    given(routing.priority(), resolver::priority),
                    given(routing.status(), resolver::status),
                    given(routing.staff(), resolver::staff),
                    given(routing.team(), resolver::team),
                    given(routing.sla(), resolver::serviceLevel));
        } catch (Refused refused) {
            throw refused.refusal().status() == FORBIDDEN
                    ? refused
                    : new Refused(refused.refusal().as(STATUS));
        }
    }

    private static <T> @Nullable T sent(@Nullable String input, Function<String, T> resolve) {
        return input == null ? null : resolve.apply(input);
    }

    /** For members without a resolver in the plugin: blanks and 0 count as not sent. */
    private static <T> @Nullable T given(@Nullable String input, Function<String, T> resolve) {
        if (input == null || input.isBlank()) {
            return null;
        }
        Integer id = RowId.ofNumber(input);
        return id != null && id == 0 ? null : resolve.apply(input);
    }

    private static @Nullable HelpTopic topic(@Nullable String input, Resolver resolver) {
        HelpTopic topic = input == null ? null : resolver.topicOrNull(input);
        return topic != null && topic.isActive() ? topic : null;
    }
}
