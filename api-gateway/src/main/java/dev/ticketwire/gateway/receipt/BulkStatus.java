package dev.ticketwire.gateway.receipt;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ticketwire.contract.message.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of a bulk, as {@code GET /commands/{receipt}} returns it.
 *
 * @param status {@code done} when every item has an outcome, else {@code accepted}
 * @param counts items by status: {@code accepted}, {@code applied}, {@code rejected}, {@code failed}, zeros too
 * @param operations every item, in the order of the request
 */
record BulkStatus(String status, int items, Map<String, Integer> counts, List<Item> operations) {
    private static final List<String> STATUSES = List.of("accepted", "applied", "rejected", "failed");

    /**
     * @param index 0 for the first
     * @param status as of a single command
     */
    record Item(int index, @JsonUnwrapped CommandStatus status) {}

    static BulkStatus of(int items, Map<Integer, Outcome> outcomes) {
        return of(items, outcomes, "");
    }

    /**
     * @param outcomes by index; an item without an outcome is accepted
     * @param prefix under which the gateway is published
     */
    static BulkStatus of(int items, Map<Integer, Outcome> outcomes, String prefix) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        STATUSES.forEach(status -> counts.put(status, 0));
        List<Item> operations = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            Outcome outcome = outcomes.get(i);
            CommandStatus status = outcome == null ? CommandStatus.ACCEPTED : CommandStatus.of(outcome, null);
            counts.merge(status.status(), 1, Integer::sum);
            operations.add(new Item(i, status.below(prefix)));
        }
        String status = outcomes.size() >= items ? "done" : "accepted";
        return new BulkStatus(status, items, counts, operations);
    }
}
