package dev.ticketwire.command.apply;

import dev.ticketwire.command.create.TestTicket;
import dev.ticketwire.contract.command.OpenTicket;
import org.jspecify.annotations.Nullable;

/** Named examples of commands. */
final class Commands {
    private Commands() {}

    static OpenTicket open(String subject) {
        return open(subject, null);
    }

    static OpenTicket open(String subject, @Nullable String parent) {
        return TestTicket.of(subject)
                .with("name", "Bo Batch")
                .from("bo@batch.example")
                .with("parent", parent)
                .command();
    }
}
