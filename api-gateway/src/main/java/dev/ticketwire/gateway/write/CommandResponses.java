package dev.ticketwire.gateway.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ticketwire.contract.message.AuditRecord;
import dev.ticketwire.contract.message.Outcome;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.gateway.proxy.HandledCommand;
import dev.ticketwire.gateway.receipt.Receipts;
import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.JsonWriter;
import dev.ticketwire.rest.render.XmlWriter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Responds to requests that sent a command: with its outcome, in the plugin's form on its paths, or with a receipt. */
@ApplicationScoped
class CommandResponses {
    private static final String PREFERENCE_APPLIED = "Preference-Applied";

    private final Responses responses;
    private final Receipts receipts;
    private final UnansweredCreates unanswered;
    private final Counter deferred;
    private final Counter applied;
    private final Counter rejected;
    private final Counter failed;

    CommandResponses(Responses responses, Receipts receipts, UnansweredCreates unanswered, MeterRegistry meters) {
        this.responses = responses;
        this.receipts = receipts;
        this.unanswered = unanswered;
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

    /** Responds with the outcome. */
    void outcome(PendingRequest pending, HandledCommand handled) {
        boolean isConnected = !pending.call.request().response().closed();
        if (isOfSameRequest(pending, handled)) {
            respond(pending.call, handled.outcome());
        } else {
            responses.refuse(
                    pending.call,
                    Refusal.of(
                            ProblemCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key was used for another request"));
        }
        String duplicateKey = pending.identity.duplicateKey();
        if (duplicateKey != null && isConnected) {
            unanswered.answered(duplicateKey, pending.identity.id());
        }
    }

    private static boolean isOfSameRequest(PendingRequest pending, HandledCommand handled) {
        return handled.fingerprint().isEmpty() || handled.fingerprint().equals(pending.fingerprint);
    }

    private void respond(Call call, Outcome outcome) {
        switch (outcome) {
            case Outcome.Applied done -> {
                applied.increment();
                applied(call, done);
            }
            case Outcome.Rejected refused -> {
                rejected.increment();
                call.setResult(AuditRecord.Result.REJECTED);
                responses.refuseContent(call, refused.refusal());
            }
            case Outcome.Failed ignored -> {
                failed.increment();
                call.setResult(AuditRecord.Result.FAILED);
                String text = failureText(call.target().known());
                responses.refuseContent(call, Refusal.of(ProblemCode.INTERNAL_ERROR, text));
            }
        }
    }

    private void applied(Call call, Outcome.Applied outcome) {
        call.setTicketNumber(outcome.number());
        switch (call.target().known()) {
            case LINK, UNLINK -> answer(call, outcome);
            case DELETE -> deleted(call, outcome);
            case CREATE -> ticket(call, existedBefore(call, outcome) ? 200 : 201, outcome);
            case REPLY -> reply(call, outcome);
            default -> ticket(call, 200, outcome);
        }
    }

    private void deleted(Call call, Outcome.Applied outcome) {
        if (call.target().legacy()) {
            responses.text(call, 200, Responses.TEXT, outcome.number());
        } else {
            responses.noContent(call);
        }
    }

    /** Whether a ticket had the external id already. False for a mail, also for one that joins a ticket. */
    private static boolean existedBefore(Call call, Outcome.Applied outcome) {
        return outcome.answer() != null
                && outcome.answer().path("existing").asBoolean()
                && !call.target().isMail();
    }

    private void reply(Call call, Outcome.Applied outcome) {
        Map<String, Object> reply = ticketBody(outcome);
        if (outcome.answer() != null && outcome.answer().hasNonNull("entryId")) {
            reply.put("entryId", outcome.answer().get("entryId"));
        }
        responses.json(call, 201, reply);
    }

    private void ticket(Call call, int status, Outcome.Applied outcome) {
        if (call.target().legacy()) {
            responses.text(call, status, Responses.TEXT, outcome.number());
            return;
        }
        if (status == 201) {
            header(call, HttpHeaders.LOCATION, call.publicAddress().path("/tickets/" + outcome.number()));
        }
        responses.json(call, status, ticketBody(outcome));
    }

    private static Map<String, Object> ticketBody(Outcome.Applied outcome) {
        Map<String, Object> ticket = new LinkedHashMap<>();
        ticket.put("number", outcome.number());
        ticket.put("id", outcome.ticketId());
        return ticket;
    }

    /** The command's own answer, as JSON or XML. */
    private void answer(Call call, Outcome.Applied outcome) {
        JsonNode answer = Objects.requireNonNullElse(outcome.answer(), MissingNode.getInstance());
        boolean isXml = call.target().suffix().equals("xml");
        DocumentWriter out = isXml ? new XmlWriter() : new JsonWriter();
        responses.send(call, 200, out.contentType(), Buffer.buffer(JsonTreeWriter.bytes(answer, out)));
    }

    /** The plugin's message. The reason is logged only, because it may quote the database. */
    private static String failureText(Operation operation) {
        return switch (operation) {
            case DELETE -> "Failed to delete ticket: Internal error";
            case LINK -> "Failed to create subticket relationship";
            case UNLINK -> "Failed to unlink subticket";
            default -> "Internal error";
        };
    }

    /** Responds 202 with a receipt, with which the caller can ask for the outcome later. */
    void receipt(PendingRequest pending) {
        String duplicateKey = pending.identity.duplicateKey();
        if (duplicateKey != null) {
            // The receipt may be used at another gateway.
            unanswered.announce(duplicateKey, pending.identity.id());
        }
        Call call = pending.call;
        String receipt = receipts.issue(pending.identity.id(), call.key().id());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", "accepted");
        body.put("receipt", receipt);
        header(call, HttpHeaders.LOCATION, call.publicAddress().path("/commands/" + receipt));
        String applied = pending.deadlines.preference().applied();
        if (applied != null) {
            header(call, PREFERENCE_APPLIED, applied);
        }
        deferred.increment();
        responses.json(call, 202, body);
    }

    /** Responds 503: Kafka has not acknowledged the command. */
    void unacknowledged(PendingRequest pending) {
        String text = "The command was not acknowledged in time and may have been stored: " + advice(pending.identity);
        responses.refuse(pending.call, Refusal.unavailable(text));
    }

    private static String advice(CommandIdentity identity) {
        if (identity.duplicateKey() != null) {
            return "repeat the same request within ten minutes";
        }
        return identity.repeatable()
                ? "repeat the request with the same Idempotency-Key"
                : "look whether it was before repeating it, and send an Idempotency-Key";
    }

    private static void header(Call call, CharSequence name, String value) {
        if (!call.request().response().headWritten()) {
            call.request().response().putHeader(name, value);
        }
    }
}
