package dev.ticketwire.command.apply;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * The polls of one consumer that have not been applied yet. All polls that arrive while a batch is being applied become
 * the next batch together: a single poll holds only the few commands since the previous one.
 */
final class Backlog {
    private final int mostRecords;
    private final long mostBytes;
    private final Executor workers;
    private final Predicate<List<Poll>> work;

    private final Deque<Poll> waiting = new ArrayDeque<>();
    private int records;
    private long bytes;
    private boolean working;
    private CompletableFuture<Void> room = CompletableFuture.completedFuture(null);

    /**
     * @param work applies the polls that it is given as one batch, on one of {@code workers}, one batch at a time;
     *     returns false to stop this consumer
     */
    Backlog(ApplyConfig config, Executor workers, Predicate<List<Poll>> work) {
        mostRecords = config.batchSize();
        mostBytes = config.batchBytes();
        this.workers = workers;
        this.work = work;
    }

    /** @return completed when there is room for the next poll */
    synchronized CompletionStage<Void> add(Poll poll) {
        waiting.add(poll);
        records += poll.deliveries().size();
        bytes += poll.bytes();
        if (!working) {
            working = true;
            workers.execute(this::run);
        }
        if (room.isDone() && (records >= mostRecords || bytes >= mostBytes)) {
            room = new CompletableFuture<>();
        }
        return room;
    }

    private void run() {
        List<Poll> batch = next();
        while (!batch.isEmpty() && work.test(batch)) {
            batch = next();
        }
    }

    /** The oldest polls that fit into one batch, at least one; empty if there are none, which ends the run. */
    private synchronized List<Poll> next() {
        List<Poll> batch = new ArrayList<>();
        int batchRecords = 0;
        long batchBytes = 0;
        while (!waiting.isEmpty()) {
            Poll poll = waiting.getFirst();
            batchRecords += poll.deliveries().size();
            batchBytes += poll.bytes();
            if (!batch.isEmpty() && (batchRecords > mostRecords || batchBytes > mostBytes)) {
                break;
            }
            batch.add(waiting.removeFirst());
        }
        taken(batch);
        return batch;
    }

    private void taken(List<Poll> batch) {
        for (Poll poll : batch) {
            records -= poll.deliveries().size();
            bytes -= poll.bytes();
        }
        working = !batch.isEmpty();
        if (records < mostRecords && bytes < mostBytes) {
            room.completeAsync(() -> null, workers);
        }
    }
}
