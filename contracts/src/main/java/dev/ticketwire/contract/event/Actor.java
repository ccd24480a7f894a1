package dev.ticketwire.contract.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who made a change.
 *
 * @param id of the agent, the customer (user) or the API key; null if unknown, and for the help desk itself
 * @param name of the agent or customer; null if unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Actor(Kind type, @Nullable Long id, @Nullable String name) {
    /** The help desk itself: cron job, filter, or a change that nobody signed. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, null);

    /** The kind of actor. */
    public enum Kind {
        AGENT,
        CUSTOMER,
        API_KEY,
        FILTER,
        SYSTEM;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
