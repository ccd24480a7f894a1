package dev.ticketwire.contract.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An agent, team or department that a ticket is referred to.
 *
 * @param id of the agent, team or department
 * @param name null if it is gone
 */
public record Referral(Type type, long id, @Nullable String name) {
    /** The kind of what a ticket is referred to. */
    public enum Type {
        AGENT,
        TEAM,
        DEPARTMENT;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
