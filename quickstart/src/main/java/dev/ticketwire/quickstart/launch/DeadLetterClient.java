package dev.ticketwire.quickstart.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls the dead-letter API on the gateway's management address, as the operator. */
final class DeadLetterClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final String letters;
    private final String token;

    /** @throws UserError if the suite has never run in {@code home} */
    DeadLetterClient(SuiteHome home) {
        int port = ServicePorts.management(new RememberedPorts(home.ports()), Service.GATEWAY);
        letters = "http://127.0.0.1:" + port + "/dead-letters";
        token = new Secrets(home).operatorToken();
    }

    /**
     * @param path below {@code /dead-letters}
     * @throws UserError if the gateway refuses it or is not running
     */
    JsonNode ask(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token)
                .timeout(TIMEOUT)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = JSON.readTree(response.body());
            if (response.statusCode() >= 400) {
                throw new UserError(body.path("detail").asText("The gateway answers " + response.statusCode()) + ".");
            }
            return body;
        } catch (ConnectException e) {
            throw new UserError("The gateway is not running: ./ticketwire status says what is.");
        }
    }

    private URI address(String path) {
        try {
            return URI.create(letters + path);
        } catch (IllegalArgumentException e) {
            throw new UserError("No dead letter has such an ID; ./ticketwire dead-letters lists them.");
        }
    }
}
