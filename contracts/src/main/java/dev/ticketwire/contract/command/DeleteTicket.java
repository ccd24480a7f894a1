package dev.ticketwire.contract.command;

/**
 * Deletes a ticket with all that hangs on it; its children become tickets without a parent.
 *
 * @param ticket number; where no ticket has it and it is all digits, a ticket's id
 */
public record DeleteTicket(String ticket) implements Command {
    public static final String TYPE = "ticket.delete.v1";

    @Override
    public String type() {
        return TYPE;
    }
}
