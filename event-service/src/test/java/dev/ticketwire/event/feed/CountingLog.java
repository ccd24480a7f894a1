package dev.ticketwire.event.feed;

import dev.ticketwire.binlog.CaptureLog;
import dev.ticketwire.binlog.ChangedRow;
import dev.ticketwire.binlog.LogLag;
import dev.ticketwire.binlog.LogListener;
import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.binlog.LogPosition;
import dev.ticketwire.binlog.LogPosition.Gtid;
import dev.ticketwire.binlog.LogSnapshot;
import dev.ticketwire.binlog.Row;
import dev.ticketwire.binlog.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A log whose transactions are the numbers from 1 on, a few milliseconds apart; each is one new ticket. */
final class CountingLog implements CaptureLog {
    private final Duration pace;
    private volatile LogPlace reached = place(0);
    private volatile boolean isStopped;

    CountingLog(Duration pace) {
        this.pace = pace;
    }

    static LogPlace place(long number) {
        return new LogPlace("1", "log.000001", number, "0-1-" + number);
    }

    @Override
    public void read(LogPlace from, LogListener listener) throws InterruptedException {
        isStopped = false;
        listener.connected();
        for (long number = from.position() + 1; !isStopped; number++) {
            Thread.sleep(pace);
            listener.transaction(transaction(number), place(number));
            reached = place(number);
        }
    }

    private static Transaction transaction(long number) {
        Row row = Row.of(Map.of("ticket_id", number, "number", "n" + number));
        Instant time = Instant.now();
        return new Transaction("0-1-" + number, time, List.of(new ChangedRow("ticket", 0, 0, null, row)));
    }

    @Override
    public void stop() {
        isStopped = true;
    }

    @Override
    public LogPlace reached() {
        return reached;
    }

    @Override
    public boolean hasRead(LogPosition end) {
        return reached.transactions().covers(end);
    }

    @Override
    public LogPosition end() {
        return new LogPosition(1, Map.of(0L, new Gtid(1, reached.position())));
    }

    @Override
    public LogPlace now() {
        return place(0);
    }

    @Override
    public LogSnapshot snapshot() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void check(LogPlace place) {}

    @Override
    public List<String> cascades() {
        return List.of();
    }

    @Override
    public LogLag lag() {
        return new LogLag(0, 0);
    }

    @Override
    public void close() {
        stop();
    }
}
