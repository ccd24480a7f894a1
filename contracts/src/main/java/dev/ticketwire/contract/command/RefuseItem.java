package dev.ticketwire.contract.command;

import dev.ticketwire.contract.problem.Refusal;

/**
 * An item of a bulk that the gateway has refused already. It changes nothing; it travels so that the inbox, the one
 * record of what became of a command, knows of every item.
 *
 * @param refusal becomes the outcome
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
