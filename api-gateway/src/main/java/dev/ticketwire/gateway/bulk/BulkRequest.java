package dev.ticketwire.gateway.bulk;

import dev.ticketwire.contract.command.BulkId;
import dev.ticketwire.contract.command.Spellings;
import dev.ticketwire.gateway.write.CommandIds;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulk, encoded and ready to be sent.
 *
 * @param repeatable whether another request may have sent it before
 */
record BulkRequest(UUID id, boolean repeatable, List<Item> items) {
    private static final byte[] NOTHING = {};

    /**
     * One command of it.
     *
     * @param key of the record, null for a command that has no order to keep
     * @param ticket that it addresses, empty for none
     */
    record Item(
            String id,
            String type,
            @Nullable String key,
            String ticket,
            String fingerprint,
            Spellings spellings,
            byte[] bytes) {}

    UUID first() {
        return BulkId.item(id, 0);
    }

    /** Of the item at {@code index}: of the whole body and its place in it. */
    static String fingerprint(String whole, int index) {
        return CommandIds.fingerprint("bulk", whole + '#' + index, NOTHING);
    }
}
