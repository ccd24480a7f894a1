package dev.ticketwire.gateway.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ticketwire.contract.audit.AuditRecord;
import dev.ticketwire.contract.outcome.Outcome;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.gateway.proxy.HandledCommand;
import dev.ticketwire.gateway.receipt.Receipts;
import dev.ticketwire.rest.Form;
import dev.ticketwire.rest.Json;
import dev.ticketwire.rest.Xml;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What the caller gets for a command: what the plugin would have answered, or a receipt. */
@ApplicationScoped
class CommandResponses {
    private static final String PREFERENCE_APPLIED = "Preference-Applied";

    private final Responses responses;
    private final Receipts receipts;
    private final Counter deferred;
    private final Counter applied;
    private final Counter rejected;
    private final Counter failed;

    CommandResponses(Responses responses, Receipts receipts, MeterRegistry meters) {
        this.responses = responses;
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

    void answer(PendingRequest pending, HandledCommand handled) {
        Call call = pending.call;
        if (!handled.fingerprint().isEmpty() && !handled.fingerprint().equals(pending.fingerprint)) {
            responses.refuse(
                    call,
                    Refusal.of(
                            ProblemCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key was used for another request"));
            return;
        }
        switch (handled.outcome()) {
            case Outcome.Applied outcome -> {
                applied.increment();
                done(call, outcome);
            }
            case Outcome.Rejected outcome -> {
                rejected.increment();
                call.result(AuditRecord.Result.REJECTED);
                responses.refuseContent(call, outcome.refusal());
            }
            case Outcome.Failed outcome -> {
                failed.increment();
                call.result(AuditRecord.Result.FAILED);
                responses.refuseContent(
                        call,
                        Refusal.of(
                                ProblemCode.INTERNAL_ERROR,
                                failure(call.target().known())));
            }
        }
    }

    private void done(Call call, Outcome.Applied outcome) {
        call.number(outcome.number());
        Operation operation = call.target().known();
        switch (operation) {
            case LINK, UNLINK -> structured(call, outcome);
            case DELETE -> {
                if (call.target().legacy()) {
                    responses.text(call, 200, Responses.TEXT, outcome.number());
                } else {
                    responses.nothing(call);
                }
            }
            case CREATE -> numbered(call, existed(call, outcome) ? 200 : 201, outcome);
            case REPLY -> replied(call, outcome);
            default -> numbered(call, 200, outcome);
        }
    }

    /** Whether a ticket had the caller's name for it already. A mail that joins a ticket is none of these. */
    private static boolean existed(Call call, Outcome.Applied outcome) {
        return outcome.answer() != null
                && outcome.answer().path("existing").asBoolean()
                && !call.target().isMail();
    }

    private void replied(Call call, Outcome.Applied outcome) {
        Map<String, Object> reply = ticket(outcome);
        if (outcome.answer() != null && outcome.answer().hasNonNull("entryId")) {
            reply.put("entryId", outcome.answer().get("entryId"));
        }
        responses.json(call, 201, reply);
    }

    private static Map<String, Object> ticket(Outcome.Applied outcome) {
        Map<String, Object> ticket = new LinkedHashMap<>();
        ticket.put("number", outcome.number());
        ticket.put("id", outcome.ticketId());
        return ticket;
    }

    private void numbered(Call call, int status, Outcome.Applied outcome) {
        if (call.target().legacy()) {
            responses.text(call, status, Responses.TEXT, outcome.number());
            return;
        }
        if (status == 201) {
            header(call, HttpHeaders.LOCATION, call.publicAddress().path("/tickets/" + outcome.number()));
        }
        responses.json(call, status, ticket(outcome));
    }

    private void structured(Call call, Outcome.Applied outcome) {
        JsonNode answer = Objects.requireNonNullElse(outcome.answer(), MissingNode.getInstance());
        Form form = JsonTreeWriter.write(answer, call.target().suffix().equals("xml") ? new Xml() : new Json());
        responses.send(call, 200, form.contentType(), Buffer.buffer(form.bytes()));
    }

    /** The plugin's words for what failed; why is for the log alone, because the reason may quote the database. */
    private static String failure(Operation operation) {
        return switch (operation) {
            case DELETE -> "Failed to delete ticket: Internal error";
            case LINK -> "Failed to create subticket relationship";
            case UNLINK -> "Failed to unlink subticket";
            default -> "Internal error";
        };
    }

    /** Answers 202: accepted, to be asked for later. */
    void defer(PendingRequest pending) {
        Call call = pending.call;
        String receipt = receipts.issue(pending.id, call.key().id());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", "accepted");
        body.put("receipt", receipt);
        header(call, HttpHeaders.LOCATION, call.publicAddress().path("/commands/" + receipt));
        if (pending.preference.applied() != null) {
            header(call, PREFERENCE_APPLIED, pending.preference.applied());
        }
        deferred.increment();
        responses.json(call, 202, body);
    }

    private static void header(Call call, CharSequence name, String value) {
        if (!call.request().response().headWritten()) {
            call.request().response().putHeader(name, value);
        }
    }
}
