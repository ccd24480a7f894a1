package dev.ticketwire.binlog;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventType;
import java.time.Instant;

/** One reading of the log, over one connection, and how far it has come. */
final class LogSession implements TransactionReader.Told, LogConnection.Events {
    private final LogListener listener;
    private final Layouts layouts;
    private final TransactionReader transactions;
    private volatile LogPlace place;
    private volatile LogPosition position;
    private volatile Instant read = Instant.EPOCH;
    private volatile boolean isListenerBusy;
    private volatile long events;

    LogSession(LogPlace from, LogListener listener, Layouts layouts, TableRows rows, boolean isStrict) {
        this.listener = listener;
        this.layouts = layouts;
        this.place = from;
        this.position = from.transactions();
        this.transactions = new TransactionReader(layouts, rows, this, isStrict);
    }

    /** Thrown through the log's client, which knows nothing of interruption. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Interrupted(InterruptedException cause) {
            super(cause);
        }
    }

    /** A call of the listener. */
    @FunctionalInterface
    private interface Call {
        void run() throws InterruptedException;
    }

    boolean isWanted(String database, String table) {
        return layouts.tables().find(database, table) != null;
    }

    LogPlace place() {
        return place;
    }

    /** The transactions that the listener has taken. */
    LogPosition position() {
        return position;
    }

    /** When the last transaction that was read began; 1970 before the first. */
    Instant time() {
        return read;
    }

    boolean isListenerBusy() {
        return isListenerBusy;
    }

    /** Number of events that were not only signs of life. */
    long events() {
        return events;
    }

    @Override
    public void connected() {
        listener.connected();
    }

    @Override
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // One thread writes.
    public void onEvent(Event event) {
        if (event.getHeader().getEventType() != EventType.HEARTBEAT) {
            events++;
        }
        transactions.onEvent(event);
    }

    @Override
    public void transaction(OpenTransaction transaction, long end) {
        LogPosition next = position.with(transaction.domain(), transaction.gtid());
        LogPlace after = new LogPlace(place.server(), place.file(), end, next.gtids(), layouts.texts());
        Transaction committed = transaction.committed();
        call(() -> listener.transaction(committed, after));
        place = after;
        position = next;
        read = committed.time();
    }

    @Override
    public void replaced(String table, String reason) {
        call(() -> listener.tableReplaced(table, reason));
    }

    @Override
    public void altered(String table) {
        call(() -> listener.tableAltered(table));
    }

    @Override
    public void rotated(String file, long at) {
        if (!file.equals(place.file())) {
            LogPlace next = new LogPlace(place.server(), file, at, place.gtids(), layouts.texts());
            call(() -> listener.moved(next));
            place = next;
        }
    }

    private void call(Call call) {
        isListenerBusy = true;
        try {
            call.run();
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        } finally {
            isListenerBusy = false;
        }
    }
}
