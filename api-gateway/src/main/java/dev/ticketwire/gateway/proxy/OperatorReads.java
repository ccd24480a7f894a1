package dev.ticketwire.gateway.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.proxy.ReadServices.FetchedResponse;
import dev.ticketwire.gateway.proxy.ReadServices.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Small reads for an operator, who sees everything. All methods block. */
@ApplicationScoped
public class OperatorReads {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ReadServices services;
    private final ServiceProblems problems;
    private final ObjectMapper json;

    OperatorReads(ReadServices services, ServiceProblems problems, ObjectMapper json) {
        this.services = services;
        this.problems = problems;
        this.json = json;
    }

    /**
     * What the query service answers.
     *
     * @param uri path and query, encoded
     * @throws Refused with the problem that the service answers; 503 if it does not answer in time
     */
    public JsonNode query(String uri) {
        FetchedResponse answer = await(uri);
        if (answer.status() != 200) {
            throw new Refused(problems.problem(answer.status(), answer.body()).refusal());
        }
        try {
            return json.readTree(answer.body().getBytes());
        } catch (IOException e) {
            throw new IllegalStateException("the query service answered with something else than JSON", e);
        }
    }

    private FetchedResponse await(String uri) {
        try {
            return services.fetch(Service.QUERY, uri, TIMEOUT)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(3 * TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw Refused.unavailable("The query service cannot be reached, try again later");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.unavailable("The gateway stops, try again");
        }
    }
}
