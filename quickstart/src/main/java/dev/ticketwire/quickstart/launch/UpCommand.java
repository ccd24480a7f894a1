package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./ticketwire up}: runs until it is told to stop. */
@Command(name = "up", description = "Build if needed, start everything, wait until it is ready; Ctrl-C stops it.")
final class UpCommand implements Callable<Integer> {
    private final SuiteHome home = SuiteHome.ofThisRun();

    @Mixin
    private UpOptions options = new UpOptions();

    /** Never returns: the JVM ends by a signal, and its hook stops the suite. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        LauncherConsole console = new LauncherConsole(home.log("launcher"));
        LauncherLock lock = LauncherLock.begin(home);
        MemoryCheck.check();
        OrphanedProcesses.stop(home, console);
        clear();
        Suite suite = new Suite(home, options, console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, lock, console), "stop"));
        console.say("Starting …");
        long begin = System.nanoTime();
        suite.start();
        console.say("Ready after %.1f s.".formatted((System.nanoTime() - begin) / 1e9));
        console.say(WelcomeMessage.text(options, suite.isDemo(), suite.catchesMails()));
        new CountDownLatch(1).await();
        return 0;
    }

    private void clear() throws IOException {
        Files.deleteIfExists(home.environment());
        Folders.delete(home.holds());
        Folders.delete(home.temporary());
        Folders.create(home.temporary());
        if (options.fresh()) {
            EmbeddedHelpDesk.erase(home);
            EmbeddedBroker.erase(home);
            Folders.delete(home.mails());
        } else if (options.dump() != null) {
            EmbeddedHelpDesk.refuseToReplace(home, options.dump());
        }
    }

    private void stop(Suite suite, LauncherLock lock, LauncherConsole console) {
        console.say("Stopping …");
        suite.stop();
        try {
            Files.deleteIfExists(home.environment());
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        console.say("Stopped.");
    }
}
