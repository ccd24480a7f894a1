package dev.ticketwire.binlog;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.BinaryLogClient.EventListener;
import com.github.shyiko.mysql.binlog.event.Event;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads a log until it ends or an event cannot be processed; later events are not passed on. */
final class LogReader extends BinaryLogClient.AbstractLifecycleListener {
    private static final Logger LOG = Logger.getLogger(LogReader.class);

    private final BinaryLogClient log;
    private final long server;
    private final EventListener listener;
    private volatile @Nullable Exception failure;
    private volatile boolean isClosed;

    /** @param server expected {@code @@server_id} */
    LogReader(BinaryLogClient log, long server, EventListener listener) {
        this.log = log;
        this.server = server;
        this.listener = listener;
        log.registerLifecycleListener(this);
        log.registerEventListener(this::pass);
    }

    /** Always throws, at the end. */
    void read() throws IOException {
        log.connect();
        Exception reason = failure;
        throw new IOException(reason == null ? "the log ended" : reason.getMessage(), reason);
    }

    void close() {
        isClosed = true;
        try {
            log.disconnect();
        } catch (IOException e) {
            LOG.debugf("the log did not close: %s", e.getMessage());
        }
    }

    private void pass(Event event) {
        if (failure == null) {
            try {
                listener.onEvent(event);
            } catch (RuntimeException e) {
                fail(e);
            }
        }
    }

    @Override
    public void onConnect(BinaryLogClient client) {
        if (isClosed) {
            close();
        } else if (client.getMasterServerId() != server) {
            fail(new UnreadableBinlogException("another server answered than a moment before"));
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

    private void fail(Exception e) {
        if (failure == null) {
            failure = e;
        }
        close();
    }
}
