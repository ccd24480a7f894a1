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
 * @param mails the mails that the command has decided, as the query service counts them; absent unless applied
 * @param problem the reason, absent unless rejected or failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommandStatus(
        String status,
        @Nullable String number,
        @Nullable JsonNode answer,
        @Nullable JsonNode mails,
        @Nullable Problem problem) {
    static final CommandStatus ACCEPTED = new CommandStatus("accepted", null, null, null, null);

    static CommandStatus of(Outcome outcome, @Nullable JsonNode mails) {
        return switch (outcome) {
            case Outcome.Applied applied ->
                new CommandStatus(
                        "applied", applied.number(), nullIfJsonNull(applied.answer()), nullIfJsonNull(mails), null);
            case Outcome.Rejected rejected ->
                new CommandStatus("rejected", null, null, null, Problem.of(rejected.refusal()));
            case Outcome.Failed failed ->
                new CommandStatus("failed", null, null, null, Problem.of(Refusal.internalError()));
        };
    }

    /** With a problem type that links to its page where the gateway is published below {@code prefix}. */
    CommandStatus below(String prefix) {
        return problem == null ? this : new CommandStatus(status, number, answer, mails, problem.below(prefix));
    }

    /** Jackson reads a written null as a {@code NullNode}. */
    private static @Nullable JsonNode nullIfJsonNull(@Nullable JsonNode answer) {
        return answer == null || answer.isNull() ? null : answer;
    }
}
