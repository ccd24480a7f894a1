package dev.ticketwire.command.apply;

import dev.ticketwire.contract.command.OpenTicket;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named examples of commands. */
final class Commands {
    private Commands() {}

    static OpenTicket open(String subject) {
        return open(subject, null);
    }

    static OpenTicket open(String subject, @Nullable String parent) {
        return new OpenTicket(
                "Bo Batch",
                "bo@batch.example",
                null,
                subject,
                "It does not start.",
                null,
                null,
                null,
                parent,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                true,
                "API",
                "127.0.0.1",
                List.of(),
                Map.of(),
                null);
    }
}
