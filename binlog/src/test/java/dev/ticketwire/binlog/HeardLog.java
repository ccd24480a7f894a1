package dev.ticketwire.binlog;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Reads a log in a thread and remembers what was heard. */
final class HeardLog implements LogListener {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    final LogReading reading;
    final List<Transaction> transactions = new CopyOnWriteArrayList<>();
    final List<LogPlace> places = new CopyOnWriteArrayList<>();
    final List<String> told = new CopyOnWriteArrayList<>();
    private volatile @Nullable Throwable failure;
    private volatile boolean isConnected;
    private @Nullable Thread thread;

    HeardLog(LogReading reading) {
        this.reading = reading;
    }

    LogPlace now() throws SQLException {
        return reading.now();
    }

    void readFrom(LogPlace place) {
        failure = null;
        isConnected = false;
        thread = Thread.ofPlatform().daemon().start(() -> {
            try {
                reading.read(place, this);
            } catch (Exception e) {
                failure = e;
            }
        });
        await().atMost(LONGEST).until(() -> isConnected || failure != null);
    }

    /** Waits until everything that was committed is heard. */
    HeardLog caughtUp() throws SQLException {
        LogPosition end = reading.end();
        await().atMost(LONGEST).until(() -> reading.hasRead(end) || failure != null);
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return this;
    }

    /** Waits until the reading has ended by an error. */
    Throwable failure() {
        await().atMost(LONGEST).until(() -> failure != null);
        return java.util.Objects.requireNonNull(failure);
    }

    UnreadableBinlogException gap() {
        return (UnreadableBinlogException) failure();
    }

    List<ChangedRow> rows() {
        return transactions.stream().flatMap(one -> one.rows().stream()).toList();
    }

    List<ChangedRow> rows(String table) {
        return rows().stream().filter(row -> row.table().equals(table)).toList();
    }

    /** Each row as it is named in ids, and its table. */
    List<String> identities() {
        return transactions.stream()
                .flatMap(one -> one.rows().stream()
                        .map(row -> one.gtid() + " " + one.time() + " " + row.event() + " " + row.row() + " "
                                + row.table()))
                .toList();
    }

    void close() {
        reading.close();
        Thread reader = thread;
        if (reader != null) {
            await().atMost(LONGEST).until(() -> !reader.isAlive());
        }
    }

    @Override
    public void transaction(Transaction transaction, LogPlace after) throws InterruptedException {
        transactions.add(transaction);
        places.add(after);
    }

    @Override
    public void tableReplaced(String table, String reason) {
        told.add(table + ": " + reason);
    }

    @Override
    public void tableAltered(String table) {
        told.add(table + " altered");
    }

    @Override
    public void moved(LogPlace place) {
        places.add(place);
    }

    @Override
    public void connected() {
        isConnected = true;
    }
}
