package dev.ticketwire.benchmark;

import java.util.concurrent.CompletionStage;

/** Sends requests of one kind, each with new random content, asynchronously. Thread-safe. */
@FunctionalInterface
interface AsyncRequest {
    /**
     * @return whether the answer was as expected; a broken connection counts as an unexpected answer, not as an error
     */
    CompletionStage<Boolean> send();
}
