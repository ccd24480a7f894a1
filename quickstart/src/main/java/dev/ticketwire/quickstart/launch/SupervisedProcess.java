package dev.ticketwire.quickstart.launch;

import dev.ticketwire.osticket.read.BackOff;
import dev.ticketwire.quickstart.infrastructure.ChildProcess;
import dev.ticketwire.quickstart.infrastructure.ChildProcess.Readiness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A process that is restarted when it ends by itself: after half a second, and after twice as long each time it ends
 * early, up to ten seconds. While its file {@link SuiteHome#hold} exists it is not restarted, to simulate an outage.
 */
final class SupervisedProcess {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration YOUNG = Duration.ofSeconds(5);
    private static final Duration HELD = Duration.ofMillis(200);

    private final String name;
    private final Supplier<ProcessBuilder> command;
    private final Path log;
    private final Path pidFile;
    private final Path hold;
    private final LauncherConsole console;
    private @Nullable ChildProcess child;
    private boolean wanted = true;
    private final BackOff backOff = new BackOff(FIRST_PAUSE, LONGEST_PAUSE);

    SupervisedProcess(String name, Supplier<ProcessBuilder> command, SuiteHome home, LauncherConsole console) {
        this.name = name;
        this.command = command;
        this.log = home.log(name);
        this.pidFile = home.pidFile(name);
        this.hold = home.hold(name);
        this.console = console;
    }

    /** Starts it, waits until it is ready, and supervises it from then on. */
    void start(Readiness ready, Duration limit) {
        ChildProcess first = started();
        if (first != null) {
            first.await(ready, limit);
            watch(first, System.nanoTime());
        }
    }

    private synchronized @Nullable ChildProcess started() {
        if (wanted) {
            child = ChildProcess.start(name, command.get(), log, pidFile);
            return child;
        }
        return null;
    }

    private void watch(ChildProcess running, long since) {
        running.process().onExit().thenAccept(process -> {
            if (isWanted()) {
                Duration wait = nextPause(Duration.ofNanos(System.nanoTime() - since));
                console.say(name + " ended with status " + process.exitValue() + "; it is started again in "
                        + wait.toMillis() + " ms (log: " + log + ")");
                againAfter(wait);
            }
        });
    }

    private void againAfter(Duration wait) {
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::again);
    }

    private void again() {
        if (Files.exists(hold)) {
            againAfter(HELD);
            return;
        }
        ChildProcess next = started();
        if (next != null) {
            watch(next, System.nanoTime());
        }
    }

    private synchronized boolean isWanted() {
        return wanted;
    }

    private synchronized Duration nextPause(Duration lived) {
        if (lived.compareTo(YOUNG) > 0) {
            backOff.reset();
        }
        return backOff.next();
    }

    /** Ends it without a restart; returns when it has ended. */
    void stop(Duration limit) {
        ChildProcess last;
        synchronized (this) {
            wanted = false;
            last = child;
        }
        if (last != null) {
            last.stop(limit);
        }
    }
}
