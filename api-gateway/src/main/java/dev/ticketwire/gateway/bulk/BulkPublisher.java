package dev.ticketwire.gateway.bulk;

import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.body.BufferedBody;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.gateway.receipt.Receipts;
import dev.ticketwire.gateway.write.CommandPublisher;
import dev.ticketwire.gateway.write.PendingRequests;
import dev.ticketwire.gateway.write.WriteSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** Publishes a bulk to Kafka, in the order of its items, and responds when Kafka has acknowledged all of them. */
@ApplicationScoped
class BulkPublisher {
    /** Commands published in one turn of the event loop. */
    private static final int BATCH = 100;

    private static final String UNACKNOWLEDGED =
            "The bulk was not acknowledged in time and may have been stored in part: ";

    private final Vertx vertx;
    private final CommandPublisher publisher;
    private final PendingRequests pendingRequests;
    private final Receipts receipts;
    private final Responses responses;
    private final long timeoutMillis;

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
        this.timeoutMillis = settings.acknowledgement().toMillis();
    }

    /** @throws Refused if too many requests are waiting */
    void checkRoom() {
        pendingRequests.checkRoom();
    }

    /** Takes over {@code body}. Must be called on the call's event loop. */
    void publish(Call call, BufferedBody body, BulkRequest bulk) {
        new Publication(call, body, bulk).start();
    }

    /** A bulk that is being published. Its state changes on the call's event loop only. */
    private final class Publication {
        private final Call call;
        private final BufferedBody body;
        private final BulkRequest bulk;
        private long timer;
        private int published;
        private int settled;
        private boolean anyFailed;
        private boolean responded;

        Publication(Call call, BufferedBody body, BulkRequest bulk) {
            this.call = call;
            this.body = body;
            this.bulk = bulk;
        }

        void start() {
            pendingRequests.enterBulk();
            call.setCommandId(bulk.id().toString());
            call.setItems(bulk.items().size());
            timer = vertx.setTimer(timeoutMillis, ignored -> call.context().runOnContext(late -> refuse()));
            // One first: while no broker answers, the producer then blocks for one command, not for a thousand.
            publishUpTo(1);
        }

        /** Publishes the items before {@code end}, in batches, so that other requests get their turn in between. */
        private void publishUpTo(int end) {
            int until = Math.min(end, published + BATCH);
            for (; published < until; published++) {
                publisher
                        .publish(call, bulk.items().get(published))
                        .subscribe()
                        .with(ignored -> settle(false), failure -> settle(true));
            }
            if (published < end) {
                call.context().runOnContext(ignored -> publishUpTo(end));
            }
        }

        /** An item has been acknowledged, or has failed. Any thread. */
        private void settle(boolean failed) {
            call.context().runOnContext(ignored -> {
                anyFailed |= failed;
                settled++;
                boolean first = settled == 1 && bulk.items().size() > 1;
                if (first && !anyFailed && !responded) {
                    publishUpTo(bulk.items().size());
                } else if (first || settled == bulk.items().size()) {
                    end();
                }
            });
        }

        private void end() {
            vertx.cancelTimer(timer);
            body.release();
            pendingRequests.leaveBulk();
            if (anyFailed) {
                refuse();
            } else {
                accept();
            }
        }

        private void accept() {
            if (responded) {
                return;
            }
            responded = true;
            String receipt = receipts.issueBulk(
                    bulk.id(), bulk.items().size(), call.key().id());
            if (!call.request().response().headWritten()) {
                String location = call.publicAddress().path("/commands/" + receipt);
                call.request().response().putHeader(HttpHeaders.LOCATION, location);
            }
            responses.json(call, 202, accepted(receipt));
        }

        private Map<String, Object> accepted(String receipt) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("status", "accepted");
            body.put("receipt", receipt);
            body.put("items", bulk.items().size());
            return body;
        }

        private void refuse() {
            if (responded) {
                return;
            }
            responded = true;
            String advice = bulk.repeatable()
                    ? "repeat the request with the same Idempotency-Key"
                    : "without an Idempotency-Key a repeat may carry out some of it twice";
            responses.refuse(call, Refusal.unavailable(UNACKNOWLEDGED + advice));
        }
    }
}
