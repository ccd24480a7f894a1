package dev.ticketwire.binlog;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.BinaryLogClient.EventListener;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDataDeserializationException;
import com.github.shyiko.mysql.binlog.network.ServerException;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads a log until it ends or an event cannot be processed; later events are not passed on. */
final class LogConnection extends BinaryLogClient.AbstractLifecycleListener {
    private static final Logger LOG = Logger.getLogger(LogConnection.class);
    /** The server cannot send the log from the place, or not on from there. */
    private static final int FATAL = 1236;

    private final BinaryLogClient log;
    private final Events events;
    private volatile @Nullable Throwable failure;
    private volatile boolean isClosed;

    /** Hears the connection's events. */
    interface Events extends EventListener {
        void connected();
    }

    LogConnection(BinaryLogClient log, Events events) {
        this.log = log;
        this.events = events;
        log.registerLifecycleListener(this);
        log.registerEventListener(this::pass);
    }

    /**
     * Reads until {@link #close}.
     *
     * @throws LogLostException if the connection was lost
     * @throws UnreadableBinlogException if the log cannot be read on
     * @throws RuntimeException as given to {@link #fail}, or thrown by a listener
     */
    void read() throws LogLostException {
        try {
            log.connect();
        } catch (IOException e) {
            fail(e);
        }
        Throwable reason = failure;
        if (reason instanceof RuntimeException e) {
            throw e;
        } else if (reason instanceof Error e) {
            throw e;
        } else if (reason instanceof LogLostException e) {
            throw e;
        } else if (!isClosed || reason != null) {
            throw lost(reason);
        }
    }

    /** @throws UnreadableBinlogException if it is no loss but a gap */
    private static LogLostException lost(@Nullable Throwable reason) {
        if (reason instanceof ServerException refusal && refusal.getErrorCode() == FATAL) {
            String message = String.valueOf(refusal.getMessage());
            throw new UnreadableBinlogException(gap(message), message);
        }
        if (reason instanceof EventDataDeserializationException && !isLoss(reason.getCause())) {
            throw new UnreadableBinlogException("the log holds an event that cannot be read: " + reason.getCause());
        }
        return reason == null
                ? new LogLostException("the server ended the connection to its log")
                : new LogLostException("the connection to the log was lost: " + reason.getMessage(), reason);
    }

    private static Gap gap(String refusal) {
        String lower = refusal.toLowerCase(Locale.ROOT);
        if (lower.contains("could not find") || lower.contains("purged")) {
            return Gap.PURGED;
        }
        return lower.contains("position") ? Gap.RESET : Gap.UNREADABLE;
    }

    private static boolean isLoss(@Nullable Throwable cause) {
        return cause instanceof EOFException
                || cause instanceof SocketException
                || cause instanceof SocketTimeoutException;
    }

    /** Ends {@link #read} without an error. */
    void close() {
        isClosed = true;
        disconnect();
    }

    /** Ends {@link #read} with this error, if it has not ended yet. */
    void fail(Throwable e) {
        if (failure == null && !isClosed) {
            failure = e;
        }
        disconnect();
    }

    private void disconnect() {
        try {
            log.disconnect();
        } catch (IOException e) {
            LOG.debugf("the log did not close: %s", e.getMessage());
        }
    }

    private void pass(Event event) {
        if (failure == null && !isClosed) {
            try {
                events.onEvent(event);
            } catch (RuntimeException | Error e) {
                fail(e);
            }
        }
    }

    @Override
    public void onConnect(BinaryLogClient client) {
        if (isClosed || failure != null) {
            disconnect();
        } else {
            events.connected();
        }
    }

    @Override
    public void onCommunicationFailure(BinaryLogClient client, Exception e) {
        fail(e);
    }

    @Override
    public void onEventDeserializationFailure(BinaryLogClient client, Exception e) {
        fail(e);
    }
}
