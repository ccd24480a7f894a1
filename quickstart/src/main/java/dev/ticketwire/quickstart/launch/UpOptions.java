package dev.ticketwire.quickstart.launch;

import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.database.Migration.Indexes;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code ./ticketwire up}. */
final class UpOptions {
    static final int DEFAULT_PORT = 8080;

    /** The management port is the gateway's port plus 1000. */
    static final int HIGHEST_PORT = 64_535;

    @ArgGroup
    private HelpDeskSource source = new HelpDeskSource();

    @Option(names = "--fresh", description = "Delete the data of the embedded database and of Kafka first.")
    private boolean fresh;

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = PortConverter.class,
            description = {
                "Port of the gateway, default " + DEFAULT_PORT + ". Its management port lies 1000 above it.",
            })
    private int port = DEFAULT_PORT;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description = {
                "Address of the gateway: ::1, 0.0.0.0, :: or one of this machine's, default 127.0.0.1.",
                "There is no TLS."
            })
    private ListenAddress listen = ListenAddress.DEFAULT;

    @Mixin
    private IndexesOption indexes = new IndexesOption();

    @Option(names = "--detach", description = "Return when everything is ready, and leave it running.")
    @SuppressWarnings("unused") // Handled by the script ./ticketwire.
    private boolean detach;

    /** At most one of the two: a dump is loaded into the embedded database. */
    private static final class HelpDeskSource {
        @Option(
                names = "--dump",
                paramLabel = "FILE",
                description = {
                    "Load this dump of an osTicket database (plain or gzip) instead of the demo help desk.",
                })
        private @Nullable Path dump;

        @Option(names = "--database", paramLabel = "URL", description = DatabaseOption.DESCRIPTION)
        private @Nullable Database database;
    }

    /** @return help desk to load instead of the demo; null: the demo */
    @Nullable
    Path dump() {
        return source.dump;
    }

    /** @return existing database to use instead of the embedded one; null: the embedded one */
    @Nullable
    Database database() {
        return source.database;
    }

    /** @return whether to delete what the last run left */
    boolean fresh() {
        return fresh;
    }

    /** @return port of the gateway */
    int port() {
        return port;
    }

    /** @return port of the gateway's management address, on the loopback address */
    int managementPort() {
        return port + 1000;
    }

    /** @return address of the gateway */
    ListenAddress listen() {
        return listen;
    }

    /** @return whether the migration builds them */
    Indexes indexes() {
        return indexes.value();
    }

    private static final class PortConverter extends NumberConverter {
        PortConverter() {
            super(1, HIGHEST_PORT);
        }
    }
}
