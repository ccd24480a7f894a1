package dev.ticketwire.benchmark;

import java.util.concurrent.CompletionStage;

/** One request of a kind, with new random content each time. Sent without waiting; may be called by any thread. */
@FunctionalInterface
interface AsyncRequest {
    /**
     * @return whether the answer was the expected one; a broken connection counts as a wrong answer, not as an error
     */
    CompletionStage<Boolean> send();
}
