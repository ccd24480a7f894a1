package dev.ticketwire.mail.smtp;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The end of an attempt: then its socket is closed, whatever it waits for. */
final class Deadline implements AutoCloseable {
    private final ScheduledExecutorService timer;
    private final long end;
    private @Nullable ScheduledFuture<?> watch;

    Deadline(ScheduledExecutorService timer, Duration limit) {
        this.timer = timer;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /** What is left, at least a millisecond. */
    Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }

    /** Watches this socket, and the one before no longer. */
    void watch(Socket socket) {
        close();
        watch = timer.schedule(() -> end(socket), left().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.cancel(false);
            watch = null;
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed in any case.
        }
    }
}
