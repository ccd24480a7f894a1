package dev.ticketwire.gateway.write;

import dev.ticketwire.contract.outcome.Outcome;
import dev.ticketwire.gateway.call.Answers;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Refused;
import dev.ticketwire.gateway.proxy.Inbox;
import dev.ticketwire.gateway.receipt.Receipts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the caller gets for a command: what the plugin would have answered, or a receipt. */
@ApplicationScoped
class CommandAnswers {
    private static final String PREFERENCE_APPLIED = "Preference-Applied";

    private final Answers answers;
    private final Receipts receipts;
    private final Counter deferred;
    private final Counter applied;
    private final Counter rejected;
    private final Counter failed;

    CommandAnswers(Answers answers, Receipts receipts, MeterRegistry meters) {
        this.answers = answers;
        this.receipts = receipts;
        this.deferred = Counter.builder("ticketwire.commands.deferred")
                .description("Requests answered 202, with a receipt")
                .register(meters);
        this.applied = outcomes(meters, "applied");
        this.rejected = outcomes(meters, "rejected");
        this.failed = outcomes(meters, "failed");
    }

    private static Counter outcomes(MeterRegistry meters, String state) {
        return Counter.builder("ticketwire.commands.outcomes")
                .description("Outcomes that reached a waiting request")
                .tag("state", state)
                .register(meters);
    }

    void answer(Pending pending, Inbox.Handled handled) {
        Call call = pending.call;
        if (!handled.fingerprint().isEmpty() && !handled.fingerprint().equals(pending.fingerprint)) {
            answers.refuse(
                    call,
                    Refused.of(422, "idempotency-key-reused", "This Idempotency-Key was used for another request"));
            return;
        }
        switch (handled.outcome()) {
            case Outcome.Applied outcome -> {
                applied.increment();
                created(call, outcome);
            }
            case Outcome.Rejected outcome -> {
                rejected.increment();
                answers.refuse(
                        call,
                        Refused.plain(
                                outcome.refusal().status(),
                                outcome.refusal().code(),
                                outcome.refusal().text(),
                                outcome.refusal().field()));
            }
            case Outcome.Failed outcome -> {
                failed.increment();
                answers.refuse(call, Refused.plain(500, "internal-error", "Internal error", null));
            }
        }
    }

    private void created(Call call, Outcome.Applied outcome) {
        call.number(outcome.number());
        if (call.target().legacy()) {
            answers.text(call, 201, Answers.TEXT, outcome.number());
            return;
        }
        Map<String, Object> ticket = new LinkedHashMap<>();
        ticket.put("number", outcome.number());
        ticket.put("id", outcome.ticketId());
        header(call, HttpHeaders.LOCATION, "/tickets/" + outcome.number());
        answers.json(call, 201, ticket);
    }

    /** Answers 202: accepted, to be asked for later. */
    void defer(Pending pending) {
        Call call = pending.call;
        String receipt = receipts.issue(pending.id, call.key().id());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", "accepted");
        body.put("receipt", receipt);
        header(call, HttpHeaders.LOCATION, "/commands/" + receipt);
        if (pending.preference.applied() != null) {
            header(call, PREFERENCE_APPLIED, pending.preference.applied());
        }
        deferred.increment();
        answers.json(call, 202, body);
    }

    private static void header(Call call, CharSequence name, String value) {
        if (!call.request().response().headWritten()) {
            call.request().response().putHeader(name, value);
        }
    }
}
