package dev.ticketwire.benchmark;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Reads the feed from its beginning, page by page, through the gateway. */
final class ReplayBenchmark {
    private static final Pattern EVENT = Pattern.compile("\"specversion\":");

    private ReplayBenchmark() {}

    /** @param events how many to read; fewer if there are fewer */
    static Measurement run(ServiceClient gateway, int events) {
        LatencyRecorder latencies = new LatencyRecorder();
        long begin = System.nanoTime();
        long read = 0;
        String cursor = "oldest";
        while (read < events) {
            long sent = System.nanoTime();
            String page = gateway.ask("GET", "/events?limit=1000&after=" + cursor, "")
                    .toCompletableFuture()
                    .orTimeout(1, TimeUnit.MINUTES)
                    .join();
            latencies.answered(true, System.nanoTime() - sent);
            String next = JsonText.member(page.substring(Math.max(0, page.length() - 2000)), "next");
            long found = EVENT.matcher(page).results().count();
            if (next.isEmpty()) {
                throw new IllegalStateException("no page: " + page.substring(0, Math.min(page.length(), 300)));
            }
            if (found == 0) {
                break;
            }
            read += found;
            cursor = next;
        }
        Duration lasted = Duration.ofNanos(System.nanoTime() - begin);
        Measurement pages = latencies.measurement("", "", lasted);
        String what = String.format("replay of %,d events, pages of 1,000", read);
        return new Measurement("events.replay", what, read / (lasted.toMillis() / 1000.0), 0, pages.latency());
    }
}
