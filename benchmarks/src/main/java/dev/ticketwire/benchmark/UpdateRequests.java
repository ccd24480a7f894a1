package dev.ticketwire.benchmark;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;

/** Gives one of many tickets another priority and a note of about 200 characters. */
final class UpdateRequests implements AsyncRequest {
    static final int NOTE_LENGTH = 200;
    static final List<String> PRIORITIES = List.of("Low", "Normal", "High", "Emergency");
    private static final int OK = 200;

    private final ServiceClient gateway;
    private final List<String> numbers;

    UpdateRequests(ServiceClient gateway, List<String> numbers) {
        this.gateway = gateway;
        this.numbers = numbers;
    }

    @Override
    public CompletionStage<Boolean> send() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String number = numbers.get(random.nextInt(numbers.size()));
        String json = "{\"priority\":\"" + PRIORITIES.get(random.nextInt(PRIORITIES.size())) + "\",\"note\":\""
                + SampleText.of(NOTE_LENGTH) + "\",\"noteFormat\":\"text\"}";
        return gateway.patch("/api/tickets-update.php/" + number + ".json", json, OK);
    }
}
