package dev.ticketwire.gateway.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Responses;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the problems that services answer with, and passes them on. */
@ApplicationScoped
public class ServiceProblems {
    private static final Set<String> USUAL = Set.of("type", "title", "status", "detail", "code", "field");

    /** What a proxy in front of the service's replicas answers if it reaches none. */
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    private final Responses responses;
    private final ObjectMapper json;

    ServiceProblems(Responses responses, ObjectMapper json) {
        this.responses = responses;
        this.json = json;
    }

    /** @param members what a problem of this code has besides the usual members */
    public record ServiceProblem(Refusal refusal, Map<String, String> members) {}

    /** Responds to the caller with the problem that a service answered. */
    public void answer(Call call, int status, Buffer body) {
        ServiceProblem problem = problem(status, body);
        responses.refuse(call, problem.refusal, problem.members);
    }

    /** The problem that a service answered, or a proxy in front of it. Anything else is an error of our own. */
    public ServiceProblem problem(int status, Buffer body) {
        JsonNode problem = parse(body);
        if (problem != null && problem.hasNonNull("detail") && status >= 400) {
            Refusal refusal = new Refusal(
                    problem.path("code").asText("error"),
                    status,
                    problem.path("detail").asText(),
                    problem.path("field").asText(null));
            return new ServiceProblem(refusal, members(problem));
        }
        Refusal refusal = AWAY.contains(status)
                ? Refusal.unavailable("The service is not available, try again later")
                : Refusal.internalError();
        return new ServiceProblem(refusal, Map.of());
    }

    private static Map<String, String> members(JsonNode problem) {
        Map<String, String> members = new TreeMap<>();
        problem.properties().forEach(member -> {
            if (!USUAL.contains(member.getKey()) && member.getValue().isTextual()) {
                members.put(member.getKey(), member.getValue().asText());
            }
        });
        return members;
    }

    /** Null if the body is not JSON. */
    private @Nullable JsonNode parse(Buffer body) {
        try {
            return json.readTree(body.getBytes());
        } catch (IOException e) {
            return null;
        }
    }
}
