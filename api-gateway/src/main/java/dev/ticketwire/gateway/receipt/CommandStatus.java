package dev.ticketwire.gateway.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.message.Outcome;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.rest.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The state of one command, as {@code GET /commands/{receipt}} returns it.
 *
 * @param status {@code accepted}, {@code applied}, {@code rejected} or {@code failed}
 * @param number the ticket's number, absent unless applied
 * @param answer the operation's own response, absent where the number is all of it
 * @param problem the reason, absent unless rejected or failed
 * @param mails how many mails it causes and what became of them; absent unless applied, and for items of a bulk
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommandStatus(
        String status,
        @Nullable String number,
        @Nullable JsonNode answer,
        @Nullable Problem problem,
        @Nullable JsonNode mails) {
    static final CommandStatus ACCEPTED = new CommandStatus("accepted", null, null, null, null);

    static CommandStatus of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Applied applied ->
                new CommandStatus("applied", applied.number(), nullIfJsonNull(applied.answer()), null, null);
            case Outcome.Rejected rejected ->
                new CommandStatus("rejected", null, null, Problem.of(rejected.refusal()), null);
            case Outcome.Failed failed ->
                new CommandStatus("failed", null, null, Problem.of(Refusal.internalError()), null);
        };
    }

    /** With a problem type that links to its page where the gateway is published below {@code prefix}. */
    CommandStatus below(String prefix) {
        return problem == null ? this : new CommandStatus(status, number, answer, problem.below(prefix), mails);
    }

    CommandStatus with(@Nullable JsonNode itsMails) {
        return itsMails == null ? this : new CommandStatus(status, number, answer, problem, itsMails);
    }

    /** Jackson reads a written null as a {@code NullNode}. */
    private static @Nullable JsonNode nullIfJsonNull(@Nullable JsonNode answer) {
        return answer == null || answer.isNull() ? null : answer;
    }
}
