package dev.ticketwire.quickstart.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Calls the gateway's management address as the operator. */
final class OperatorClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final String base;
    private final String token;

    /**
     * @param path under which all requests are, e.g. {@code /dead-letters}
     * @throws UserError if the suite has never run in {@code home}
     */
    OperatorClient(SuiteHome home, String path) {
        int port = ServicePorts.management(new RememberedPorts(home.ports()), Service.GATEWAY);
        base = "http://127.0.0.1:" + port + path;
        token = new Secrets(home).operatorToken();
    }

    /** As {@link #ask(String, String, JsonNode)}, without a body. */
    JsonNode ask(String method, String path) throws IOException, InterruptedException {
        return ask(method, path, null);
    }

    /**
     * @param path below that of the client
     * @throws UserError if the gateway refuses it or is not running
     */
    JsonNode ask(String method, String path, @Nullable JsonNode content) throws IOException, InterruptedException {
        BodyPublisher body =
                content == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(content));
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .method(method, body)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(TIMEOUT)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() >= 400) {
                throw new UserError(answer.path("detail").asText("The gateway answers " + response.statusCode()) + ".");
            }
            return answer;
        } catch (ConnectException e) {
            throw new UserError("The gateway is not running: ./ticketwire status says what is.");
        }
    }

    private URI address(String path) {
        try {
            return URI.create(base + path);
        } catch (IllegalArgumentException e) {
            throw new UserError("'" + path.replaceFirst("^/", "") + "' cannot be an ID.");
        }
    }
}
