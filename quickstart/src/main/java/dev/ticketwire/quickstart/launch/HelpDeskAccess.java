package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.ChildProcess;
import dev.ticketwire.setup.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on a help desk with full rights: on the database of {@code --database}, or on the embedded one, whose
 * server is started for that time if it is down.
 */
public final class HelpDeskAccess {
    private static final Duration STOP = Duration.ofSeconds(60);

    private final SuiteHome home;
    private final LauncherConsole console;

    private HelpDeskAccess(SuiteHome home, LauncherConsole console) {
        this.home = home;
        this.console = console;
    }

    /**
     * @param existing null for the embedded database
     * @param work receives the database as its administrator, and the launcher's console
     * @throws UserError if there is no help desk
     */
    public static void work(@Nullable Database existing, BiConsumer<Database, LauncherConsole> work)
            throws IOException {
        SuiteHome home = SuiteHome.ofThisRun();
        LauncherConsole console = new LauncherConsole(home.log("launcher"));
        new HelpDeskAccess(home, console).work(existing, database -> work.accept(database, console));
    }

    private void work(@Nullable Database existing, Consumer<Database> work) throws IOException {
        if (existing != null) {
            work.accept(existing);
        } else if (!Files.exists(home.helpDesk())) {
            throw new UserError("There is no help desk below " + home.folder()
                    + " yet: ./ticketwire up makes one, --database URL names another.");
        } else {
            embedded(work);
        }
    }

    private void embedded(Consumer<Database> work) throws IOException {
        RememberedPorts ports = new RememberedPorts(home.ports());
        if (ChildProcess.running(home.pidFile(EmbeddedHelpDesk.LABEL), home.mark())
                .isPresent()) {
            work.accept(store(ports).root());
            return;
        }
        try (LauncherLock alone = LauncherLock.begin(home)) {
            EmbeddedHelpDesk store = store(ports.choose(List.of(EmbeddedHelpDesk.LABEL)));
            SupervisedProcess server = store.start(console);
            // Ends with this program, also by Ctrl-C.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(STOP), "stop"));
            try {
                work.accept(store.root());
            } finally {
                server.stop(STOP);
            }
        }
    }

    private EmbeddedHelpDesk store(RememberedPorts ports) {
        return new EmbeddedHelpDesk(home, ports.of(EmbeddedHelpDesk.LABEL), new Secrets(home));
    }
}
