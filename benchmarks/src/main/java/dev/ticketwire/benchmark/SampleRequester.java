package dev.ticketwire.benchmark;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A requester.
 *
 * @param email unique
 */
record SampleRequester(String name, String email) {

    /** A set of requesters: one of five requests has a new one, the others an existing one. */
    static final class Crowd {
        private static final double NEW = 0.2;
        /** Distinguishes the addresses of different crowds. */
        private final String run = Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);

        private final AtomicInteger known = new AtomicInteger();

        SampleRequester next() {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            int so = known.get();
            boolean isNew = so == 0 || random.nextDouble() < NEW;
            int number = isNew ? known.getAndIncrement() : random.nextInt(so);
            return new SampleRequester("Requester " + number, "requester-" + run + "-" + number + "@example.org");
        }
    }
}
