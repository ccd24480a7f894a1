package dev.ticketwire.gateway.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.outcome.Outcome;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Answers;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.proxy.Inbox;
import dev.ticketwire.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers {@code GET /commands/{receipt}}. */
@ApplicationScoped
public class CommandStatus {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Receipts receipts;
    private final Inbox inbox;
    private final Answers answers;
    private final Delivered delivered;

    /**
     * @param status {@code accepted}, {@code applied}, {@code rejected} or {@code failed}
     * @param number the ticket's, absent unless applied
     * @param answer the operation's own answer, absent where the number is all of it
     * @param problem why not, absent unless rejected or failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Status(
            String status,
            @Nullable String number,
            @Nullable JsonNode answer,
            @Nullable Problem problem) {
        static final Status ACCEPTED = new Status("accepted", null, null, null);

        /** With a problem whose type leads to its page where the gateway is published below {@code prefix}. */
        Status below(String prefix) {
            return problem == null ? this : new Status(status, number, answer, problem.below(prefix));
        }
    }

    CommandStatus(Receipts receipts, Inbox inbox, Answers answers, Delivered delivered) {
        this.receipts = receipts;
        this.inbox = inbox;
        this.answers = answers;
        this.delivered = delivered;
    }

    public void answer(Call call) {
        Receipts.Claim claim =
                receipts.read(call.target().argument(), call.key().id());
        if (claim == null) {
            throw Refused.of(ProblemCode.RECEIPT_UNKNOWN, "No command has this receipt");
        }
        if (claim.expired()) {
            throw Refused.of(ProblemCode.RECEIPT_EXPIRED, "The command's outcome is not kept any more");
        }
        if (claim.items() > 0) {
            String prefix = call.publicAddress().prefix();
            inbox.findItems(claim.id(), claim.items(), PATIENCE)
                    .onSuccess(outcomes -> answers.json(call, 200, BulkStatus.of(claim.items(), outcomes, prefix)))
                    .onFailure(failure -> answers.refuse(call, away()));
            return;
        }
        inbox.find(claim.id(), PATIENCE)
                .onSuccess(handled -> handled.ifPresentOrElse(
                        found -> outcome(call, claim.id(), found.outcome()),
                        () -> answers.json(call, 200, Status.ACCEPTED)))
                .onFailure(failure -> answers.refuse(call, away()));
    }

    private void outcome(Call call, UUID id, Outcome outcome) {
        boolean isThere = !call.request().response().closed();
        answers.json(call, 200, status(outcome).below(call.publicAddress().prefix()));
        if (isThere && !call.isHead()) {
            delivered.delivered(id);
        }
    }

    private static Refusal away() {
        return Refusal.unavailable("The query service cannot be reached, try again later");
    }

    static Status status(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Applied applied -> new Status("applied", applied.number(), own(applied.answer()), null);
            case Outcome.Rejected rejected -> new Status("rejected", null, null, problem(rejected.refusal()));
            case Outcome.Failed failed -> new Status("failed", null, null, Problem.of(Refusal.internalError()));
        };
    }

    /** A null that was written into the outcome is read as a node of its own. */
    private static @Nullable JsonNode own(@Nullable JsonNode answer) {
        return answer == null || answer.isNull() ? null : answer;
    }

    private static Problem problem(Refusal refusal) {
        return Problem.of(refusal);
    }
}
