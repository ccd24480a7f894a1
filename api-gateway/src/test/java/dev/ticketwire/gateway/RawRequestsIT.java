package dev.ticketwire.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Requests that no client library would send: odd paths, headers, framing, methods and versions, and what each gets.
 */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills it in
class RawRequestsIT extends WithCommandService {
    @TestHTTPResource("/")
    URI gateway;

    @Test
    void eachGetsWhatTheTableSaysAndNothingIsSmuggled() throws Exception {
        List<RawRequest> requests = RawRequest.all(table());
        Map<String, String> answers = answers(requests);

        List<String> different = new ArrayList<>();
        long created = 0;
        for (RawRequest request : requests) {
            String answer = answers.getOrDefault(request.name(), "");
            String got = RawRequest.summary(answer);
            created += answer.lines()
                    .filter(line -> line.startsWith("HTTP/1.1 201 "))
                    .count();
            if (!got.equals(request.expected())) {
                different.add(request.name() + ": " + got + " instead of " + request.expected());
            }
        }
        assertThat(different).isEmpty();
        assertThat(requests).hasSizeGreaterThanOrEqualTo(80);
        assertThat(answers.values())
                .noneMatch(answer -> answer.contains("\r\nX-Injected:"))
                .noneMatch(answer -> answer.contains("\r\nServer:"))
                .noneMatch(answer -> answer.contains("Exception"));
        assertThat(all(command -> true)).hasSize((int) created);
    }

    private Map<String, String> answers(List<RawRequest> requests) throws Exception {
        Map<String, Future<String>> sent = new LinkedHashMap<>();
        Map<String, String> answers = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (RawRequest request : requests) {
                sent.put(request.name(), threads.submit(() -> request.answerOf(gateway, FULL, READ_ONLY)));
            }
            for (Map.Entry<String, Future<String>> answer : sent.entrySet()) {
                answers.put(answer.getKey(), answer.getValue().get());
            }
        }
        return answers;
    }

    private static String table() throws Exception {
        try (InputStream file = RawRequestsIT.class.getResourceAsStream("/raw-requests.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
