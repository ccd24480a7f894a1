package dev.ticketwire.webhook.delivery.dispatch;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A partition from its assignment to its loss. For the dispatcher's thread. */
final class Term {
    private final int partition;
    private final @Nullable Term before;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private boolean isOver;
    private int unfinished;

    /** @param before the last term of the same partition in this process */
    Term(int partition, @Nullable Term before) {
        this.partition = partition;
        this.before = before == null || before.unfinished == 0 ? null : before;
    }

    int partition() {
        return partition;
    }

    boolean isOver() {
        return isOver;
    }

    /** Whether no delivery of an earlier term is in flight or unwritten, which the database would show as waiting. */
    boolean mayLoad() {
        return before == null || before.unfinished == 0;
    }

    void started() {
        unfinished++;
    }

    void finished() {
        unfinished--;
        completeIfDone();
    }

    /** @return completes when nothing of it is in flight or unwritten */
    CompletableFuture<Void> end() {
        isOver = true;
        completeIfDone();
        return ended;
    }

    private void completeIfDone() {
        if (isOver && unfinished == 0) {
            ended.complete(null);
        }
    }
}
