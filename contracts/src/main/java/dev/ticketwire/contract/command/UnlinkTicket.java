package dev.ticketwire.contract.command;

/**
 * Removes a ticket from its parent.
 *
 * @param ticket number of the child, never an internal id
 */
public record UnlinkTicket(String ticket) implements Command {
    public static final String TYPE = "ticket.unlink.v1";

    @Override
    public String type() {
        return TYPE;
    }
}
