package dev.ticketwire.benchmark;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;

/** Reads one of many tickets by its number. */
final class GetRequests implements AsyncRequest {
    private static final int OK = 200;

    private final ServiceClient gateway;
    private final List<String> numbers;

    GetRequests(ServiceClient gateway, List<String> numbers) {
        this.gateway = gateway;
        this.numbers = numbers;
    }

    @Override
    public CompletionStage<Boolean> send() {
        String number = numbers.get(ThreadLocalRandom.current().nextInt(numbers.size()));
        return gateway.get("/api/tickets-get.php/" + number + ".json", OK);
    }
}
