package dev.ticketwire.gateway.route;

import dev.ticketwire.gateway.access.Authorization;
import dev.ticketwire.gateway.bulk.BulkHandler;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.proxy.ReadProxy;
import dev.ticketwire.gateway.proxy.WebhookProxy;
import dev.ticketwire.gateway.receipt.ReceiptHandler;
import dev.ticketwire.gateway.stream.EventHandler;
import dev.ticketwire.gateway.write.WriteHandler;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Hands each operation to its handler, once the caller is authorized. Single writes authorize themselves, because some
 * of them check the body before the key; so do events, because a stream is no request in flight.
 */
@ApplicationScoped
class OperationRouter {
    private final Authorization authorization;
    private final PublicOperations publicOperations;
    private final WriteHandler writes;
    private final BulkHandler bulks;
    private final ReadProxy reads;
    private final EventHandler events;
    private final WebhookProxy webhooks;
    private final ReceiptHandler receipts;

    OperationRouter(
            Authorization authorization,
            PublicOperations publicOperations,
            WriteHandler writes,
            BulkHandler bulks,
            ReadProxy reads,
            EventHandler events,
            WebhookProxy webhooks,
            ReceiptHandler receipts) {
        this.authorization = authorization;
        this.publicOperations = publicOperations;
        this.writes = writes;
        this.bulks = bulks;
        this.reads = reads;
        this.events = events;
        this.webhooks = webhooks;
        this.receipts = receipts;
    }

    void serve(Call call) {
        switch (call.target().known()) {
            case DOCS, PROBLEM, EVENT_SCHEMA, HEALTH, OPTIONS, PHP -> publicOperations.serve(call);
            case CREATE, UPDATE, REPLY, DELETE, LINK, UNLINK -> writes.accept(call);
            case BULK -> {
                authorization.authorize(call);
                bulks.accept(call);
            }
            case GET,
                    THREAD,
                    MAILS,
                    LIST,
                    SEARCH,
                    STATS,
                    STATUSES,
                    REPORT,
                    LOOKUP,
                    PARENT,
                    CHILDREN,
                    DOWNLOAD,
                    CONTENT -> {
                authorization.authorize(call);
                reads.answer(call);
            }
            case EVENTS -> events.answer(call);
            case WEBHOOKS, WEBHOOK_CHANGE, WEBHOOK_TEST -> {
                authorization.authorize(call);
                webhooks.answer(call);
            }
            case RECEIPT -> {
                authorization.authorize(call);
                receipts.answer(call);
            }
        }
    }
}
