package dev.ticketwire.contract.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a command did. Exactly one per command id, kept in the inbox and published again when the command is delivered
 * again.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Applied.class, name = "applied"),
    @JsonSubTypes.Type(value = Outcome.Rejected.class, name = "rejected"),
    @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed")
})
public sealed interface Outcome {

    /** The command's id, a UUID. */
    String id();

    /**
     * The rows are committed.
     *
     * @param number the ticket's public number
     * @param ticketId osTicket's internal id
     * @param answer the operation's structured answer, null if it consists of the number only
     */
    record Applied(
            String id,
            String number,
            long ticketId,
            @Nullable JsonNode answer) implements Outcome {}

    /** The rules refused it and nothing was changed. */
    record Rejected(String id, Refusal refusal) implements Outcome {}

    /** Failed after {@code attempts} attempts; the command is on the dead-letter topic. */
    record Failed(String id, int attempts, String reason) implements Outcome {}
}
