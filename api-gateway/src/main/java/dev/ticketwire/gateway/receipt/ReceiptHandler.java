package dev.ticketwire.gateway.receipt;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.gateway.proxy.HandledCommand;
import dev.ticketwire.gateway.proxy.OutcomeClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Serves {@code GET /commands/{receipt}}. */
@ApplicationScoped
public class ReceiptHandler {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Receipts receipts;
    private final OutcomeClient outcomeClient;
    private final Responses responses;
    private final DeliveryListener deliveryListener;

    ReceiptHandler(
            Receipts receipts, OutcomeClient outcomeClient, Responses responses, DeliveryListener deliveryListener) {
        this.receipts = receipts;
        this.outcomeClient = outcomeClient;
        this.responses = responses;
        this.deliveryListener = deliveryListener;
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
            bulk(call, claim);
        } else {
            command(call, claim.id());
        }
    }

    private void bulk(Call call, Receipts.Claim claim) {
        String prefix = call.publicAddress().prefix();
        outcomeClient
                .findItems(claim.id(), claim.items(), TIMEOUT)
                .onSuccess(outcomes -> responses.json(call, 200, BulkStatus.of(claim.items(), outcomes, prefix)))
                .onFailure(failure -> responses.refuse(call, unavailable()));
    }

    private void command(Call call, UUID id) {
        outcomeClient
                .find(id, TIMEOUT)
                .onSuccess(handled -> handled.ifPresentOrElse(
                        found -> outcome(call, id, found), () -> responses.json(call, 200, CommandStatus.ACCEPTED)))
                .onFailure(failure -> responses.refuse(call, unavailable()));
    }

    private void outcome(Call call, UUID id, HandledCommand found) {
        boolean isConnected = !call.request().response().closed();
        responses.json(
                call,
                200,
                CommandStatus.of(found.outcome(), found.mails())
                        .below(call.publicAddress().prefix()));
        if (isConnected && !call.isHead()) {
            deliveryListener.delivered(id);
        }
    }

    private static Refusal unavailable() {
        return Refusal.unavailable("The query service cannot be reached, try again later");
    }
}
