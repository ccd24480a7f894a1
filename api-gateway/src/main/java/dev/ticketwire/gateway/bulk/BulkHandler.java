package dev.ticketwire.gateway.bulk;

import dev.ticketwire.contract.command.BulkId;
import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.body.BodyReader;
import dev.ticketwire.gateway.body.BufferedBody;
import dev.ticketwire.gateway.body.ContentCoding;
import dev.ticketwire.gateway.body.RequestLimits;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.gateway.command.ParsedCommand;
import dev.ticketwire.gateway.proxy.OutcomeClient;
import dev.ticketwire.gateway.write.CommandIds;
import dev.ticketwire.gateway.write.CommandPublisher;
import dev.ticketwire.gateway.write.Precondition;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Accepts bulks: every operation is on its way as a command of its own before the caller gets the receipt. */
@ApplicationScoped
public class BulkHandler {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final BodyReader bodies;
    private final RequestLimits guards;
    private final BulkItemReader reader;
    private final OutcomeClient outcomeClient;
    private final BulkPublisher sender;
    private final Responses responses;

    BulkHandler(
            BodyReader bodies,
            RequestLimits guards,
            BulkItemReader reader,
            OutcomeClient outcomeClient,
            BulkPublisher sender,
            Responses responses) {
        this.bodies = bodies;
        this.guards = guards;
        this.reader = reader;
        this.outcomeClient = outcomeClient;
        this.sender = sender;
        this.responses = responses;
    }

    /** Carries out a bulk whose key has been checked. Must be called in the turn in which the request came in. */
    public void accept(Call call) {
        Precondition.refuse(call);
        String idempotencyKey = call.request().getHeader("Idempotency-Key");
        UUID id = CommandIds.of(call.key().id(), idempotencyKey);
        boolean repeatable = idempotencyKey != null;
        ContentCoding.check(call.request().headers().getAll(HttpHeaders.CONTENT_ENCODING));
        sender.checkRoom();
        bodies.read(
                call,
                body -> bodies.decode(
                        call,
                        body,
                        () -> bulk(call, body.bytes().getBytes(), id, repeatable),
                        bulk -> checked(call, body, bulk)));
    }

    private BulkRequest bulk(Call call, byte[] body, UUID id, boolean repeatable) {
        String type = call.request().getHeader(HttpHeaders.CONTENT_TYPE);
        List<BulkOperations.ParsedOperation> operations = BulkOperations.of(type, body, guards.jsonDepth());
        String whole = CommandIds.fingerprint("bulk", "", body);
        List<BulkRequest.Item> items = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            ParsedCommand asked = reader.read(call.key(), call.clientAddress(), operations.get(i));
            Command command = asked.command();
            UUID item = BulkId.item(id, i);
            items.add(new BulkRequest.Item(
                    item.toString(),
                    command.type(),
                    CommandPublisher.key(command, item, repeatable),
                    command.ticket(),
                    BulkRequest.fingerprint(whole, i),
                    asked.spellings(),
                    CommandCodec.encode(command)));
        }
        return new BulkRequest(id, repeatable, items);
    }

    /** A bulk that was sent before under its Idempotency-Key must be the same; if the inbox cannot tell, each item will. */
    private void checked(Call call, BufferedBody body, BulkRequest bulk) {
        if (!bulk.repeatable()) {
            sender.send(call, body, bulk);
            return;
        }
        outcomeClient
                .find(bulk.first(), PATIENCE)
                .onComplete(result -> call.context().runOnContext(ignored -> {
                    boolean another = result.succeeded()
                            && result.result()
                                    .filter(handled -> !handled.fingerprint()
                                            .equals(bulk.items().get(0).fingerprint()))
                                    .isPresent();
                    if (another) {
                        body.release();
                        responses.refuse(
                                call,
                                Refusal.of(
                                        ProblemCode.IDEMPOTENCY_KEY_REUSED,
                                        "This Idempotency-Key was used for another request"));
                    } else {
                        sender.send(call, body, bulk);
                    }
                }));
    }
}
