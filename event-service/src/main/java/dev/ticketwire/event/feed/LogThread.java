package dev.ticketwire.event.feed;

import dev.ticketwire.binlog.CaptureLog;
import dev.ticketwire.binlog.LogPlace;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Reads the log into a queue, until it is closed or the log fails. */
final class LogThread implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LogThread.class);
    private static final Duration END = Duration.ofSeconds(5);

    private final CaptureLog log;
    private final Thread thread;

    private LogThread(CaptureLog log, Thread thread) {
        this.log = log;
        this.thread = thread;
    }

    static LogThread start(CaptureLog log, LogPlace from, LogQueue queue) {
        Thread thread = Thread.ofPlatform().daemon().name("feed-log").start(() -> read(log, from, queue));
        return new LogThread(log, thread);
    }

    private static void read(CaptureLog log, LogPlace from, LogQueue queue) {
        try {
            log.read(from, queue);
            queue.end(new IllegalStateException("reading was stopped"));
        } catch (InterruptedException e) {
            queue.end(e);
        } catch (Exception | Error e) {
            queue.end(e);
        }
    }

    /** Waits until reading has ended. */
    @Override
    public void close() {
        log.stop();
        thread.interrupt();
        try {
            if (!thread.join(END)) {
                LOG.warn("the reader of the log does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
