package dev.ticketwire.quickstart.launch;

import dev.ticketwire.setup.database.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --database URL}. */
public final class DatabaseOption {
    static final String DESCRIPTION = "Use an existing osTicket database: mysql://user:password@host:3306/database";

    @Option(names = "--database", paramLabel = "URL", description = DESCRIPTION)
    private @Nullable Database database;

    /** @return the existing database; null for the embedded one */
    public @Nullable Database value() {
        return database;
    }
}
