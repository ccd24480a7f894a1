package dev.ticketwire.gateway.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.command.BulkId;
import dev.ticketwire.gateway.receipt.Receipts.KeyedClaim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The commands of a receipt: one, or a bulk's, in its order.
 *
 * @param commands as the query service describes them, or {@link Accepted}
 * @param next index of the next item of a bulk; null if there is none
 * @param searchedTo always null
 */
record CommandsOfReceipt(
        List<Object> commands,
        @Nullable String next,
        @Nullable Instant searchedTo) {

    /** A command that the inbox does not have yet; with the members of those that it has. */
    record Accepted(
            String id,
            @Nullable String kind,
            int keyId,
            @Nullable String ticket,
            String state,
            @Nullable Integer attempts,
            Instant acceptedAt,
            @Nullable Instant appliedAt,
            @Nullable Integer status,
            @Nullable String code,
            @Nullable String detail,
            @Nullable String field,
            @Nullable String traceId) {

        static Accepted of(UUID id, KeyedClaim receipt) {
            Instant issued = receipt.claim().issued();
            return new Accepted(
                    id.toString(),
                    null,
                    receipt.apiKeyId(),
                    null,
                    "accepted",
                    null,
                    issued,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** The commands from {@code first} to before {@code end}, counted from 0. */
    record Part(KeyedClaim receipt, int first, int end) {
        private boolean isBulk() {
            return receipt.claim().items() > 0;
        }

        /** The question to the query service. */
        String query() {
            UUID id = receipt.claim().id();
            int count = Math.max(1, end - first);
            return (isBulk() ? "bulk=" + id + "&first=" + first + "&count=" + count : "id=" + id) + "&limit=100";
        }

        CommandsOfReceipt with(JsonNode found) {
            Map<String, JsonNode> rows = new HashMap<>();
            found.path("commands").forEach(row -> rows.put(row.path("id").asText(), row));
            List<Object> commands = new ArrayList<>();
            for (int i = first; i < end; i++) {
                UUID id = isBulk()
                        ? BulkId.item(receipt.claim().id(), i)
                        : receipt.claim().id();
                JsonNode row = rows.get(id.toString());
                commands.add(row == null ? Accepted.of(id, receipt) : row);
            }
            boolean hasMore = end < receipt.claim().items();
            return new CommandsOfReceipt(commands, hasMore ? String.valueOf(end) : null, null);
        }
    }

    static Part part(KeyedClaim receipt, int first, int limit) {
        int all = Math.max(1, receipt.claim().items());
        return new Part(receipt, Math.min(first, all), Math.min(first + limit, all));
    }
}
