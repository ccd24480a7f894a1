package dev.ticketwire.gateway.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.message.Outcome;
import dev.ticketwire.gateway.proxy.ReadServices.Service;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Asks the query service for the outcome of a command: it reads the inbox, the source of truth. */
@ApplicationScoped
public class OutcomeClient {
    private final ReadServices services;

    OutcomeClient(ReadServices services) {
        this.services = services;
    }

    /**
     * The command's outcome; empty if it has not been handled yet. Fails if the query service does not answer in time.
     */
    public Future<Optional<HandledCommand>> find(UUID id, Duration timeout) {
        return services.fetch(Service.QUERY, "/commands/" + id, timeout).compose(OutcomeClient::read);
    }

    /**
     * The outcomes of a bulk's items, by index; without those that have not been handled yet. Fails if the query
     * service does not answer in time.
     */
    public Future<Map<Integer, Outcome>> findItems(UUID bulk, int count, Duration timeout) {
        String uri = "/commands/" + bulk + "/items?count=" + count;
        return services.fetch(Service.QUERY, uri, timeout)
                .compose(answer -> answer.status() == 200
                        ? items(answer.body())
                        : Future.failedFuture("the query service answers " + answer.status()));
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

    private static Future<Optional<HandledCommand>> read(ReadServices.FetchedResponse answer) {
        return switch (answer.status()) {
            case 200 -> handled(answer.body());
            case 404 -> Future.succeededFuture(Optional.empty());
            default -> Future.failedFuture("the query service answers " + answer.status());
        };
    }

    private static Future<Optional<HandledCommand>> handled(Buffer body) {
        try {
            JsonNode row = CommandCodec.json().readTree(body.getBytes());
            JsonNode outcome = row.path("outcome");
            if (!outcome.isObject()) {
                return Future.succeededFuture(Optional.empty());
            }
            return Future.succeededFuture(Optional.of(new HandledCommand(
                    row.path("fingerprint").asText(),
                    CommandCodec.json().treeToValue(outcome, Outcome.class),
                    row.get("mails"))));
        } catch (IOException e) {
            return Future.failedFuture(e);
        }
    }
}
