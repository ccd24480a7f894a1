package dev.ticketwire.quickstart.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A child process with its output in a log and its id in a file, by which a later run finds it if this JVM was killed.
 */
public final class ChildProcess {
    /** Lines of a log that a failure quotes. */
    private static final int TAIL = 25;

    private final String name;
    private final Path log;
    private final Path pidFile;
    private final Process process;

    private ChildProcess(String name, Path log, Path pidFile, Process process) {
        this.name = name;
        this.log = log;
        this.pidFile = pidFile;
        this.process = process;
    }

    /**
     * Starts it and returns at once.
     *
     * @param log appended to
     * @param pidFile receives the process id, decimal
     */
    public static ChildProcess start(String name, ProcessBuilder command, Path log, Path pidFile) {
        Folders.createParent(log);
        try {
            Folders.roll(log);
            Process process = command.redirectErrorStream(true)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
            Folders.write(pidFile, process.pid() + "\n");
            return new ChildProcess(name, log, pidFile, process);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    /**
     * Runs a program until it ends.
     *
     * @param log replaced by its output
     * @throws IllegalStateException if it fails or takes longer than {@code limit}; begins with {@code failure}, and
     *     ends with the end of the log
     */
    static void run(List<String> command, Path log, Duration limit, String failure) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(failure + ":\n" + Folders.tail(log, TAIL));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public String name() {
        return name;
    }

    public Process process() {
        return process;
    }

    /**
     * Waits until it is ready.
     *
     * @throws IllegalStateException with the end of its log, if it ends before, or is not ready within {@code limit}
     */
    public void await(Readiness ready, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!ready.reached()) {
            if (!process.isAlive()) {
                throw failed("ended with status " + process.exitValue() + " before it was ready");
            }
            if (System.nanoTime() > end) {
                throw failed("is not ready after " + limit.toSeconds() + " s");
            }
            pause();
        }
    }

    private IllegalStateException failed(String how) {
        return new IllegalStateException(name + " " + how + "; the end of " + log + ":\n" + Folders.tail(log, TAIL));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Ends it with SIGTERM, after {@code limit} with SIGKILL; returns when it has ended. */
    public void stop(Duration limit) {
        stop(process.toHandle(), limit);
        deletePidFile(pidFile);
    }

    /**
     * Ends the process in {@code pidFile} if its command line contains {@code mark}: process ids are reused, so the
     * file alone proves nothing.
     *
     * @return whether there was one
     */
    public static boolean stopOrphan(Path pidFile, String mark, Duration limit) {
        Optional<ProcessHandle> orphan = running(pidFile, mark);
        orphan.ifPresent(process -> stop(process, limit));
        deletePidFile(pidFile);
        return orphan.isPresent();
    }

    /** @return the process in {@code pidFile} if it runs and its command line contains {@code mark} */
    public static Optional<ProcessHandle> running(Path pidFile, String mark) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> commandLine(process).contains(mark));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String commandLine(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.commandLine()
                .orElseGet(() -> info.command().orElse("") + " "
                        + String.join(" ", info.arguments().orElse(new String[0])));
    }

    private static void stop(ProcessHandle process, Duration limit) {
        process.destroy();
        if (!endsWithin(process, limit)) {
            process.destroyForcibly();
            endsWithin(process, limit);
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void deletePidFile(Path pidFile) {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + pidFile, e);
        }
    }

    /** Whether a process is ready. Called repeatedly; must return quickly. */
    @FunctionalInterface
    public interface Readiness {
        boolean reached();
    }
}
