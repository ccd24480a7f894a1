package dev.ticketwire.gateway.overview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an instance says of itself at {@code /q/health/ready} or {@code /q/health/live}.
 *
 * @param reason the failing checks with their data; null if it is up
 */
record Health(boolean isUp, @Nullable String reason) {
    private static final int LONGEST_REASON = 500;

    /** @param status of HTTP: 200, or 503 with the same body */
    static Health parse(ObjectMapper json, int status, byte[] body) {
        JsonNode answer = read(json, body);
        if (answer.path("status").asText().equals("UP") && status == 200) {
            return new Health(true, null);
        }
        List<String> failing = new ArrayList<>();
        answer.path("checks").forEach(check -> {
            if (!check.path("status").asText().equals("UP")) {
                failing.add(text(check));
            }
        });
        String reason = failing.isEmpty() ? "answers " + status : String.join("; ", failing);
        return new Health(false, reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
    }

    private static String text(JsonNode check) {
        List<String> data = new ArrayList<>();
        check.path("data")
                .properties()
                .forEach(entry ->
                        data.add(entry.getKey() + ": " + entry.getValue().asText()));
        String name = check.path("name").asText();
        return data.isEmpty() ? name : name + " (" + String.join(", ", data) + ')';
    }

    private static JsonNode read(ObjectMapper json, byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            return json.createObjectNode();
        }
    }
}
