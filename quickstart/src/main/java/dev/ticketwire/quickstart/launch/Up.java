package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;

/** {@code ./ticketwire up}: runs until it is told to stop. */
final class Up {
    private final Home home;
    private final Options options;
    private final Console console;

    Up(Home home, Options options) {
        this.home = home;
        this.options = options;
        this.console = new Console(home.log("launcher"));
    }

    /** Never returns: the JVM ends by a signal, and its hook stops the suite. */
    void run() throws IOException, InterruptedException {
        OneRun thisOne = OneRun.begin(home);
        Memory.check();
        Orphans.stop(home, console);
        clear();
        Suite suite = new Suite(home, options, console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, thisOne), "stop"));
        console.say("Starting …");
        long begin = System.nanoTime();
        suite.start();
        console.say("Ready after %.1f s.".formatted((System.nanoTime() - begin) / 1e9));
        console.say(Welcome.text(options, suite.isDemo()));
        new CountDownLatch(1).await();
    }

    private void clear() throws IOException {
        Files.deleteIfExists(home.environment());
        Folders.delete(home.holds());
        Folders.delete(home.temporary());
        Folders.made(home.temporary());
        if (options.fresh()) {
            EmbeddedStore.erase(home);
            Broker.erase(home);
        } else if (options.dump() != null) {
            EmbeddedStore.refuseToReplace(home, options.dump());
        }
    }

    private void stop(Suite suite, OneRun thisOne) {
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
