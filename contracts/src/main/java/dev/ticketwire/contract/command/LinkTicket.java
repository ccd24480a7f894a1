package dev.ticketwire.contract.command;

import java.util.Locale;
import java.util.Set;

/**
 * Makes a ticket the child of another. Numbers only, never internal ids.
 *
 * @param ticket number of the child
 * @param parent number of the parent
 */
public record LinkTicket(String ticket, String parent) implements Command {
    public static final String TYPE = "ticket.link.v1";

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
        String child = ticket.strip().toLowerCase(Locale.ROOT);
        String other = parent.strip().toLowerCase(Locale.ROOT);
        return child.equals(other) ? Set.of(child) : Set.of(child, other);
    }
}
