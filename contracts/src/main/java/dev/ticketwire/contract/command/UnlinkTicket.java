package dev.ticketwire.contract.command;

import java.util.Locale;
import java.util.Set;

/**
 * Takes a ticket from its parent.
 *
 * @param ticket number of the child, never an internal id
 */
public record UnlinkTicket(String ticket) implements Command {
    public static final String TYPE = "ticket.unlink.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Set<String> changes() {
        return Set.of(ticket.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public Set<String> names() {
        return changes();
    }
}
