package dev.ticketwire.contract.command;

/**
 * Deletes a ticket with all its dependent rows; its children become tickets without a parent.
 *
 * @param ticket number only, never an internal id: with an id, a repeat would delete another ticket
 */
public record DeleteTicket(String ticket) implements Command {
    public static final String TYPE = "ticket.delete.v1";

    @Override
    public String type() {
        return TYPE;
    }
}
