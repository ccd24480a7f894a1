package dev.ticketwire.osticket.read;

import dev.ticketwire.osticket.person.PersonName;
import dev.ticketwire.osticket.reference.HelpDeskConfig;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Staff;
import org.jspecify.annotations.Nullable;

/** Formats people's names by the help desk's settings: {@code client_name_format} and {@code agent_name_format}. */
public final class PersonNames {
    private final HelpDeskConfig config;

    public PersonNames(Reference reference) {
        this.config = reference.config();
    }

    /**
     * @param stored a user's name as stored, null if there is no user
     * @return null if there is no user
     */
    public @Nullable String user(@Nullable String stored) {
        return stored == null ? null : PersonName.of(stored).in(config.text("client_name_format"));
    }

    /**
     * @param agent null if there is none
     * @return null if there is no agent
     */
    public @Nullable String agent(@Nullable Staff agent) {
        return agent == null
                ? null
                : PersonName.agent(orEmpty(agent.firstName), orEmpty(agent.lastName))
                        .in(config.text("agent_name_format"));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
