package dev.ticketwire.contract.command;

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
    public Set<String> names() {
        String child = Command.spelling(ticket);
        String other = Command.spelling(parent);
        return child.equals(other) ? Set.of(child) : Set.of(child, other);
    }
}
