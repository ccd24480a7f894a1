package dev.ticketwire.gateway.bulk;

import dev.ticketwire.contract.command.BulkId;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.body.BodyReader;
import dev.ticketwire.gateway.body.BufferedBody;
import dev.ticketwire.gateway.body.ContentCoding;
import dev.ticketwire.gateway.body.RequestLimits;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.gateway.command.ParsedCommand;
import dev.ticketwire.gateway.proxy.HandledCommand;
import dev.ticketwire.gateway.proxy.OutcomeClient;
import dev.ticketwire.gateway.write.CommandIds;
import dev.ticketwire.gateway.write.EncodedCommand;
import dev.ticketwire.gateway.write.OutgoingCommand;
import dev.ticketwire.gateway.write.Precondition;
import io.vertx.core.AsyncResult;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accepts bulks: each operation is published as a separate command before the caller gets the receipt. */
@ApplicationScoped
public class BulkHandler {
    private static final Duration OUTCOME_TIMEOUT = Duration.ofSeconds(1);

    private final BodyReader bodies;
    private final RequestLimits guards;
    private final BulkItemReader reader;
    private final OutcomeClient outcomeClient;
    private final BulkPublisher publisher;
    private final Responses responses;

    BulkHandler(
            BodyReader bodies,
            RequestLimits guards,
            BulkItemReader reader,
            OutcomeClient outcomeClient,
            BulkPublisher publisher,
            Responses responses) {
        this.bodies = bodies;
        this.guards = guards;
        this.reader = reader;
        this.outcomeClient = outcomeClient;
        this.publisher = publisher;
        this.responses = responses;
    }

    /** Carries out an authorized bulk. Must be called in the turn of the event loop in which the request came in. */
    public void accept(Call call) {
        Precondition.refuse(call);
        String idempotencyKey = call.request().getHeader("Idempotency-Key");
        UUID id = CommandIds.of(call.key().id(), idempotencyKey);
        boolean repeatable = idempotencyKey != null;
        ContentCoding.check(call.request().headers().getAll(HttpHeaders.CONTENT_ENCODING));
        publisher.checkRoom();
        bodies.read(
                call,
                null,
                body -> bodies.decode(
                        call,
                        body,
                        () -> parse(call, body.bytes().getBytes(), id, repeatable),
                        bulk -> publishUnlessReused(call, body, bulk)));
    }

    private BulkRequest parse(Call call, byte[] body, UUID id, boolean repeatable) {
        String type = call.request().getHeader(HttpHeaders.CONTENT_TYPE);
        List<BulkOperations.ParsedOperation> operations = BulkOperations.parse(type, body, guards.jsonDepth());
        String wholeBody = CommandIds.fingerprint("bulk", "", body);
        List<OutgoingCommand> items = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            ParsedCommand parsed = reader.read(call.key(), call.clientAddress(), operations.get(i));
            EncodedCommand command = EncodedCommand.encode(parsed, BulkRequest.itemFingerprint(wholeBody, i));
            items.add(OutgoingCommand.ofBulk(BulkId.item(id, i), command, repeatable));
        }
        return new BulkRequest(id, repeatable, items);
    }

    /**
     * Refuses a bulk if its Idempotency-Key was used for another request. If the query service does not answer, the
     * command service finds that out item by item.
     */
    private void publishUnlessReused(Call call, BufferedBody body, BulkRequest bulk) {
        if (!bulk.repeatable()) {
            publisher.publish(call, body, bulk);
            return;
        }
        outcomeClient
                .find(bulk.firstItemId(), OUTCOME_TIMEOUT)
                .onComplete(result -> call.context().runOnContext(ignored -> {
                    if (isOfAnotherRequest(result, bulk)) {
                        body.release();
                        responses.refuse(call, reused());
                    } else {
                        publisher.publish(call, body, bulk);
                    }
                }));
    }

    private static boolean isOfAnotherRequest(AsyncResult<Optional<HandledCommand>> found, BulkRequest bulk) {
        return found.succeeded()
                && found.result()
                        .filter(handled -> !handled.fingerprint().equals(bulk.firstItemFingerprint()))
                        .isPresent();
    }

    private static Refusal reused() {
        return Refusal.of(ProblemCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key was used for another request");
    }
}
