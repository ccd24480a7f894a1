package dev.ticketwire.contract.command;

import dev.ticketwire.contract.problem.Refusal;

/**
 * A bulk item that the gateway has refused. It changes nothing; it is sent so that the inbox has the outcome of every
 * item.
 *
 * @param refusal the outcome
 */
public record RefuseItem(Refusal refusal) implements Command {
    public static final String TYPE = "bulk.refuse.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String ticket() {
        return "";
    }
}
