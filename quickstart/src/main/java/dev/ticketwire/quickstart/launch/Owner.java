package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.Child;
import dev.ticketwire.quickstart.infrastructure.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Work on a help desk by somebody who may do everything with it: on the existing database that {@code --database} names,
 * or on the embedded one, whose server is started for that time if it is down.
 */
public final class Owner {
    private static final Duration STOP = Duration.ofSeconds(60);

    private final Home home;
    private final Console console;

    public Owner(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    /** @throws Problem if there is no help desk */
    public void work(Options options, Consumer<Database> work) throws IOException {
        if (options.database() != null) {
            work.accept(options.database());
        } else if (!Files.exists(home.helpDesk())) {
            throw new Problem("There is no help desk below " + home.folder()
                    + " yet: ./ticketwire up makes one, --database URL names another.");
        } else {
            embedded(work);
        }
    }

    private void embedded(Consumer<Database> work) throws IOException {
        RememberedPorts ports = new RememberedPorts(home.ports());
        if (Child.running(home.pidFile(EmbeddedStore.LABEL), home.mark()).isPresent()) {
            work.accept(store(ports).root());
            return;
        }
        try (OneRun alone = OneRun.begin(home)) {
            EmbeddedStore store = store(ports.choose(List.of(EmbeddedStore.LABEL)));
            Supervised server = store.start(console);
            // Ends with this program however that ends: Ctrl-C too.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(STOP), "stop"));
            try {
                work.accept(store.root());
            } finally {
                server.stop(STOP);
            }
        }
    }

    private EmbeddedStore store(RememberedPorts ports) {
        return new EmbeddedStore(home, ports.of(EmbeddedStore.LABEL), new Secrets(home));
    }
}
