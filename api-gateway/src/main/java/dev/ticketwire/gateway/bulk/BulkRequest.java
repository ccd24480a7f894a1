package dev.ticketwire.gateway.bulk;

import dev.ticketwire.contract.command.BulkId;
import dev.ticketwire.gateway.write.CommandIds;
import dev.ticketwire.gateway.write.OutgoingCommand;
import java.util.List;
import java.util.UUID;

/**
 * A bulk whose commands are encoded and ready to be published.
 *
 * @param repeatable whether another request may have sent it before
 */
record BulkRequest(UUID id, boolean repeatable, List<OutgoingCommand> items) {
    private static final byte[] NOTHING = {};

    UUID firstItemId() {
        return BulkId.item(id, 0);
    }

    String firstItemFingerprint() {
        return items.get(0).command().fingerprint();
    }

    /** The fingerprint of the item at {@code index}: of the whole body and the item's place in it. */
    static String itemFingerprint(String wholeBody, int index) {
        return CommandIds.fingerprint("bulk", wholeBody + '#' + index, NOTHING);
    }
}
