package dev.ticketwire.gateway.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.outcome.Outcome;
import dev.ticketwire.gateway.proxy.Services.Service;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What has become of a command, by the one record that is never wrong about it. */
@ApplicationScoped
public class Inbox {
    private final Services services;

    Inbox(Services services) {
        this.services = services;
    }

    /**
     * A command that has been handled.
     *
     * @param fingerprint of the request that it came from, lower-case hex
     */
    public record Handled(String fingerprint, Outcome outcome) {}

    /** The command's outcome; empty if it has not been handled yet. Fails if the query service cannot tell in time. */
    public Future<Optional<Handled>> find(UUID id, Duration patience) {
        return services.get(Service.QUERY, "/commands/" + id, patience).compose(Inbox::read);
    }

    /**
     * What has become of a bulk's items, by their index; those that have not been handled yet are not in it. Fails if the
     * query service cannot tell in time.
     */
    public Future<Map<Integer, Outcome>> findItems(UUID bulk, int count, Duration patience) {
        String uri = "/commands/" + bulk + "/items?count=" + count;
        return services.get(Service.QUERY, uri, patience)
                .compose(response -> response.statusCode() == 200
                        ? response.body().compose(Inbox::items)
                        : Future.failedFuture("the query service answers " + response.statusCode()));
    }

    private static Future<Map<Integer, Outcome>> items(Buffer body) {
        try {
            Map<Integer, Outcome> outcomes = new HashMap<>();
            for (JsonNode row : CommandCodec.json().readTree(body.getBytes())) {
                if (row.path("outcome").isObject()) {
                    outcomes.put(
                            row.path("index").asInt(),
                            CommandCodec.json().treeToValue(row.path("outcome"), Outcome.class));
                }
            }
            return Future.succeededFuture(outcomes);
        } catch (IOException e) {
            return Future.failedFuture(e);
        }
    }

    private static Future<Optional<Handled>> read(HttpClientResponse response) {
        if (response.statusCode() == 404) {
            return response.body().map(ignored -> Optional.empty());
        }
        if (response.statusCode() != 200) {
            return Future.failedFuture("the query service answers " + response.statusCode());
        }
        return response.body().compose(Inbox::handled);
    }

    private static Future<Optional<Handled>> handled(Buffer body) {
        try {
            JsonNode row = CommandCodec.json().readTree(body.getBytes());
            JsonNode outcome = row.path("outcome");
            if (!outcome.isObject()) {
                return Future.succeededFuture(Optional.empty());
            }
            return Future.succeededFuture(Optional.of(new Handled(
                    row.path("fingerprint").asText(), CommandCodec.json().treeToValue(outcome, Outcome.class))));
        } catch (IOException e) {
            return Future.failedFuture(e);
        }
    }
}
