package dev.ticketwire.quickstart.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code ./ticketwire dead-letters}: the commands that were given up on, by way of the operator's address. */
final class DeadLettersCommand {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final URI letters;
    private final String token;

    private DeadLettersCommand(SuiteHome home) {
        int port = ServicePorts.management(new RememberedPorts(home.ports()), Service.GATEWAY);
        letters = URI.create("http://127.0.0.1:" + port + "/dead-letters");
        token = new Secrets(home).operatorToken();
    }

    /** @throws UserError if the arguments mean nothing, no letter has the id, or the gateway cannot be asked */
    static void run(SuiteHome home, List<String> arguments) throws IOException, InterruptedException {
        String verb = arguments.isEmpty() ? "list" : arguments.getFirst();
        String id = arguments.size() == 2 ? arguments.get(1) : "";
        if (arguments.size() > 2 || verb.equals("list") != id.isEmpty()) {
            throw usage();
        }
        DeadLettersCommand desk = new DeadLettersCommand(home);
        switch (verb) {
            case "list" -> desk.list();
            case "show" -> System.out.println(desk.ask("GET", "/" + id).toPrettyString());
            case "replay" -> desk.replay(id);
            case "discard" -> {
                desk.ask("DELETE", "/" + id);
                System.out.println("Discarded.");
            }
            default -> throw usage();
        }
    }

    private static UserError usage() {
        return new UserError("./ticketwire dead-letters [list | show ID | replay ID | replay --all | discard ID]");
    }

    private void list() throws IOException, InterruptedException {
        JsonNode answer = ask("GET", "");
        for (JsonNode letter : answer.path("items")) {
            System.out.printf(
                    "%s  %s  %-17s %-12s %s%n",
                    letter.path("id").asText(),
                    Instant.ofEpochMilli(letter.path("failedAt").asLong()),
                    letter.path("type").asText(),
                    letter.path("ticket").asText(),
                    letter.path("reason").asText());
        }
        System.out.println(answer.path("total").asInt() + " open.");
    }

    private void replay(String id) throws IOException, InterruptedException {
        JsonNode answer = ask("POST", id.equals("--all") ? "/replay" : "/" + id + "/replay");
        System.out.println(answer.path("replayed").asInt() + " sent again. What fails again is listed again.");
    }

    private JsonNode ask(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = JSON.readTree(response.body());
            if (response.statusCode() >= 400) {
                throw new UserError(body.path("detail").asText("The gateway answers " + response.statusCode()) + ".");
            }
            return body;
        } catch (java.net.ConnectException e) {
            throw new UserError("The gateway is not running: ./ticketwire status says what is.");
        }
    }

    private URI address(String path) {
        try {
            return URI.create(letters + path);
        } catch (IllegalArgumentException e) {
            throw usage();
        }
    }
}
