package dev.ticketwire.mail.queue.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** When what has failed is tried again. Times vary by a tenth, so that not all come at once. */
final class BackOffs {
    private static final Duration FIRST_PROBE = Duration.ofSeconds(1);
    private static final Duration LAST_PROBE = Duration.ofMinutes(1);

    private final List<Duration> ofMails;
    private final RandomGenerator random = RandomGenerator.getDefault();

    BackOffs(List<Duration> ofMails) {
        this.ofMails = List.copyOf(ofMails);
    }

    /** @param attempts that have failed, at least 1 */
    Instant mail(int attempts, Instant now) {
        return later(now, ofMails.get(Math.min(attempts, ofMails.size()) - 1));
    }

    /** A server is tried again soon at first: that costs one connection. @param since when it was found away */
    Instant server(Instant since, Instant now) {
        Duration pause = Duration.between(since, now).dividedBy(30);
        Duration atLeast = pause.compareTo(FIRST_PROBE) < 0 ? FIRST_PROBE : pause;
        return later(now, atLeast.compareTo(LAST_PROBE) > 0 ? LAST_PROBE : atLeast);
    }

    private synchronized Instant later(Instant now, Duration pause) {
        return now.plusMillis((long) (pause.toMillis() * (0.9 + 0.2 * random.nextDouble())));
    }
}
