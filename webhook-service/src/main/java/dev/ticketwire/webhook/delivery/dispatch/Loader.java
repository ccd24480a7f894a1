package dev.ticketwire.webhook.delivery.dispatch;

import dev.ticketwire.webhook.delivery.store.Delivery;
import dev.ticketwire.webhook.delivery.store.DeliveryRows;
import dev.ticketwire.webhook.delivery.store.Transactions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Reads waiting deliveries from the database, on a thread of its own and for as long as it takes. */
public final class Loader implements AutoCloseable {
    /** Deliveries of one query. */
    static final int MOST = 200;

    private static final int THREADS = 2;

    private final Transactions transactions;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("webhook-loader-", 0).factory());

    public Loader(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The next deliveries of a partition. @param done is given them, on another thread */
    void load(Stock stock, int subscription, Consumer<List<Delivery>> done) {
        int partition = stock.term().partition();
        long after = stock.upTo();
        run(connection -> DeliveryRows.after(connection, partition, subscription, after, MOST), done);
    }

    /** The next deliveries of a ticket. @param upTo greatest id */
    void load(Lane lane, int subscription, long upTo, Consumer<List<Delivery>> done) {
        int partition = lane.term().partition();
        String ticket = lane.ticket();
        long after = lane.upTo();
        run(
                connection ->
                        DeliveryRows.ofTicket(connection, partition, subscription, ticket, after, upTo, Lane.MOST_ROWS),
                done);
    }

    private void run(Transactions.Work<List<Delivery>> query, Consumer<List<Delivery>> done) {
        try {
            threads.execute(() -> {
                try {
                    done.accept(transactions.untilDone(query));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        } catch (RejectedExecutionException e) {
            // The end has come: nothing more is needed.
            return;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
