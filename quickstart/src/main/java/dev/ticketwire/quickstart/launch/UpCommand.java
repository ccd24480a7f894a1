package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;

/** {@code ./ticketwire up}: runs until it is told to stop. */
final class UpCommand {
    private final SuiteHome home;
    private final UpOptions options;
    private final Console console;

    UpCommand(SuiteHome home, UpOptions options) {
        this.home = home;
        this.options = options;
        this.console = new Console(home.log("launcher"));
    }

    /** Never returns: the JVM ends by a signal, and its hook stops the suite. */
    void run() throws IOException, InterruptedException {
        LauncherLock thisOne = LauncherLock.begin(home);
        MemoryCheck.check();
        OrphanedProcesses.stop(home, console);
        clear();
        Suite suite = new Suite(home, options, console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, thisOne), "stop"));
        console.say("Starting …");
        long begin = System.nanoTime();
        suite.start();
        console.say("Ready after %.1f s.".formatted((System.nanoTime() - begin) / 1e9));
        console.say(WelcomeMessage.text(options, suite.isDemo()));
        new CountDownLatch(1).await();
    }

    private void clear() throws IOException {
        Files.deleteIfExists(home.environment());
        Folders.delete(home.holds());
        Folders.delete(home.temporary());
        Folders.made(home.temporary());
        if (options.fresh()) {
            EmbeddedHelpDesk.erase(home);
            EmbeddedBroker.erase(home);
        } else if (options.dump() != null) {
            EmbeddedHelpDesk.refuseToReplace(home, options.dump());
        }
    }

    private void stop(Suite suite, LauncherLock thisOne) {
        console.say("Stopping …");
        suite.stop();
        try {
            Files.deleteIfExists(home.environment());
            thisOne.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        console.say("Stopped.");
    }
}
