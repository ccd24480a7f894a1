package dev.ticketwire.command.apply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The result of one command. */
public sealed interface Result {

    /**
     * Its rows are written.
     *
     * @param number the ticket's public number
     * @param answer the operation's structured answer, null if it consists of the number only
     */
    record Applied(long ticketId, String number, @Nullable JsonNode answer) implements Result {}

    /** The rules refused it; nothing was written. */
    record Rejected(Refusal refusal) implements Result {}
}
