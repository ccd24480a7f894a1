package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.Child;
import dev.ticketwire.quickstart.infrastructure.Database;
import dev.ticketwire.quickstart.infrastructure.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** {@code ./ticketwire migrate}: brings a database up to date without starting the suite. */
final class Migrate {
    private Migrate() {}

    static void run(Home home, Options options) throws IOException {
        Console console = new Console(home.log("launcher"));
        if (options.database() != null) {
            migrate(options.database(), console);
        } else if (!Files.exists(home.helpDesk())) {
            throw new Problem("There is no help desk below " + home.folder()
                    + " yet: ./ticketwire up makes one, --database URL names another.");
        } else {
            embedded(home, console);
        }
    }

    private static void embedded(Home home, Console console) throws IOException {
        RememberedPorts ports = new RememberedPorts(home.ports());
        if (Child.running(home.pidFile(EmbeddedStore.LABEL), home.mark()).isPresent()) {
            migrate(store(home, ports).root(), console);
            return;
        }
        try (OneRun alone = OneRun.begin(home)) {
            EmbeddedStore store = store(home, ports.choose(List.of(EmbeddedStore.LABEL)));
            Supervised server = store.start(console);
            try {
                migrate(store.root(), console);
            } finally {
                server.stop(Duration.ofSeconds(60));
            }
        }
    }

    private static EmbeddedStore store(Home home, RememberedPorts ports) {
        return new EmbeddedStore(home, ports.of(EmbeddedStore.LABEL), new Secrets(home));
    }

    private static void migrate(Database database, Console console) {
        int run = Migration.migrate(database);
        console.say(run == 0 ? database.url() + " is up to date." : database.url() + ": " + run + " scripts run.");
    }
}
