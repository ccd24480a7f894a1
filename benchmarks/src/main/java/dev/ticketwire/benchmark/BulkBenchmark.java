package dev.ticketwire.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Ten bulks of a thousand creates, one after the other, from the first byte sent until the last item is applied. */
final class BulkBenchmark {
    private static final int COUNT = 10;
    private static final int ITEMS = 1000;
    private static final long PAUSE_MILLIS = 100;
    private static final Pattern RECEIPT = Pattern.compile("\"receipt\":\"([^\"]+)\"");
    private static final Pattern APPLIED = Pattern.compile("\"applied\":(\\d+)");

    private final ServiceClient gateway;
    private final CreateRequests creates;

    BulkBenchmark(ServiceClient gateway) {
        this.gateway = gateway;
        this.creates = new CreateRequests(gateway);
    }

    /** @throws IllegalStateException if a bulk is not accepted, or not all of its items are applied */
    Measurement run() throws InterruptedException {
        List<String> receipts = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < COUNT; i++) {
            receipts.add(accepted());
        }
        double acceptedAfter = (System.nanoTime() - start) / 1e9;
        for (String receipt : receipts) {
            awaitApplied(receipt);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String what = String.format(
                "bulk, %d creates in %d requests, accepted after %.1f s", COUNT * ITEMS, COUNT, acceptedAfter);
        return new Measurement("create.bulk", what, COUNT * ITEMS / seconds, 0, new Histogram(3));
    }

    private String accepted() {
        String body = Stream.generate(() -> "{\"op\":\"create\",\"data\":" + creates.json() + "}")
                .limit(ITEMS)
                .collect(Collectors.joining(",", "[", "]"));
        String answer =
                gateway.ask("POST", "/tickets/bulk", body).toCompletableFuture().join();
        Matcher receipt = RECEIPT.matcher(answer);
        if (!receipt.find()) {
            throw new IllegalStateException("a bulk was not accepted: " + answer);
        }
        return receipt.group(1);
    }

    private void awaitApplied(String receipt) throws InterruptedException {
        while (true) {
            String answer = gateway.ask("GET", "/commands/" + receipt, "")
                    .toCompletableFuture()
                    .join();
            if (answer.contains("\"status\":\"done\"")) {
                Matcher applied = APPLIED.matcher(answer);
                if (!applied.find() || Integer.parseInt(applied.group(1)) != ITEMS) {
                    throw new IllegalStateException(
                            "not all items of a bulk were applied: " + answer.substring(0, 300));
                }
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
