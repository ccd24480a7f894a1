package dev.ticketwire.mail.smtp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The connections to one server. Thread-safe. */
final class Pool {
    /** Many servers end connections that were idle for longer. */
    private static final Duration KEPT = Duration.ofSeconds(30);
    /** Until then the server is not asked whether it still answers. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Semaphore places;
    private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean isClosed;

    /** @param most connections at a time */
    Pool(int most) {
        places = new Semaphore(most);
    }

    /** Waits for a place. {@link #leave} must follow if it gets one. */
    boolean enter(Duration most) throws InterruptedException {
        return places.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    void leave() {
        places.release();
    }

    /** One that was used before and still answers; null for none. */
    @Nullable
    SmtpConnection take() {
        SmtpConnection connection;
        while ((connection = idle.pollFirst()) != null) {
            if (connection.idle().compareTo(FRESH) < 0 || connection.isAlive()) {
                return connection;
            }
            connection.close();
        }
        return null;
    }

    void giveBack(SmtpConnection connection) {
        idle.addFirst(connection);
        if (isClosed) {
            close();
        }
    }

    /** Ends those that nobody has needed for a while. */
    void sweep() {
        List<SmtpConnection> old = new ArrayList<>();
        for (SmtpConnection connection : idle) {
            if (connection.idle().compareTo(KEPT) > 0 && idle.remove(connection)) {
                old.add(connection);
            }
        }
        old.forEach(SmtpConnection::close);
    }

    void close() {
        isClosed = true;
        SmtpConnection connection;
        while ((connection = idle.pollFirst()) != null) {
            connection.close();
        }
    }
}
