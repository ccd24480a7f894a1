package dev.ticketwire.benchmark;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who asks.
 *
 * @param email unique for a requester
 */
record SampleRequester(String name, String email) {

    /** People of their own: one of five is new, the others have asked before. */
    static final class Crowd {
        private static final double NEW = 0.2;
        /** Others than those of another crowd. */
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
