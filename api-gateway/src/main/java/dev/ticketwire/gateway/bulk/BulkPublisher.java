package dev.ticketwire.gateway.bulk;

import dev.ticketwire.gateway.body.BufferedBody;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.receipt.Receipts;
import dev.ticketwire.gateway.write.CommandPublisher;
import dev.ticketwire.gateway.write.PendingRequests;
import dev.ticketwire.gateway.write.WriteSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts a bulk on Kafka, in the order of its items, and answers when all of them are there. */
@ApplicationScoped
class BulkPublisher {
    /** Commands in one turn of the event loop. */
    private static final int AT_ONCE = 100;

    private static final String IN_PART = "The bulk was not acknowledged in time and may have been stored in part: ";

    private final Vertx vertx;
    private final CommandPublisher publisher;
    private final PendingRequests pendingRequests;
    private final Receipts receipts;
    private final Responses responses;
    private final long patienceMillis;

    BulkPublisher(
            Vertx vertx,
            CommandPublisher publisher,
            PendingRequests pendingRequests,
            Receipts receipts,
            Responses responses,
            WriteSettings settings) {
        this.vertx = vertx;
        this.publisher = publisher;
        this.pendingRequests = pendingRequests;
        this.receipts = receipts;
        this.responses = responses;
        this.patienceMillis = settings.acknowledgement().toMillis();
    }

    /** @throws Refused if too many requests wait already */
    void checkRoom() {
        pendingRequests.checkRoom();
    }

    /** Takes over {@code body}. Must be called on the call's event loop. */
    void send(Call call, BufferedBody body, BulkRequest bulk) {
        new Sending(call, body, bulk).start();
    }

    /** Its state is changed on the call's event loop only. */
    private final class Sending {
        private final Call call;
        private final BufferedBody body;
        private final BulkRequest bulk;
        private long timer;
        private int sent;
        private int settled;
        private boolean lost;
        private boolean answered;

        Sending(Call call, BufferedBody body, BulkRequest bulk) {
            this.call = call;
            this.body = body;
            this.bulk = bulk;
        }

        void start() {
            pendingRequests.enter();
            call.commandId(bulk.id().toString());
            call.items(bulk.items().size());
            timer = vertx.setTimer(patienceMillis, ignored -> call.context().runOnContext(late -> refuse()));
            // Alone: while no broker answers, the producer is held up by one command, not by a thousand.
            publish(1);
        }

        /** The items up to {@code end}, which is not among them; other requests get their turn in between. */
        private void publish(int end) {
            int until = Math.min(end, sent + AT_ONCE);
            for (; sent < until; sent++) {
                BulkRequest.Item item = bulk.items().get(sent);
                publisher
                        .publish(envelope(item), item.bytes())
                        .subscribe()
                        .with(ignored -> settle(false), failure -> settle(true));
            }
            if (sent < end) {
                call.context().runOnContext(ignored -> publish(end));
            }
        }

        private CommandPublisher.Envelope envelope(BulkRequest.Item item) {
            return new CommandPublisher.Envelope(
                    item.id(),
                    item.type(),
                    item.key(),
                    item.ticket(),
                    call.key(),
                    item.fingerprint(),
                    -1,
                    null,
                    null,
                    item.spellings(),
                    call.traceparent());
        }

        /** Any thread. */
        private void settle(boolean failed) {
            call.context().runOnContext(ignored -> {
                lost |= failed;
                settled++;
                boolean first = settled == 1 && bulk.items().size() > 1;
                if (first && !lost && !answered) {
                    publish(bulk.items().size());
                } else if (first || settled == bulk.items().size()) {
                    end();
                }
            });
        }

        private void end() {
            vertx.cancelTimer(timer);
            body.release();
            pendingRequests.leave();
            if (lost) {
                refuse();
            } else {
                accept();
            }
        }

        private void accept() {
            if (answered) {
                return;
            }
            answered = true;
            int items = bulk.items().size();
            String receipt = receipts.issueBulk(bulk.id(), items, call.key().id());
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("status", "accepted");
            answer.put("receipt", receipt);
            answer.put("items", items);
            if (!call.request().response().headWritten()) {
                call.request()
                        .response()
                        .putHeader(HttpHeaders.LOCATION, call.publicAddress().path("/commands/" + receipt));
            }
            responses.json(call, 202, answer);
        }

        private void refuse() {
            if (answered) {
                return;
            }
            answered = true;
            responses.refuse(
                    call,
                    Refusal.unavailable(
                            bulk.repeatable()
                                    ? IN_PART + "repeat the request with the same Idempotency-Key"
                                    : IN_PART + "without an Idempotency-Key a repeat may carry out some of it twice"));
        }
    }
}
