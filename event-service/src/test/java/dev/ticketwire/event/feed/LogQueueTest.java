package dev.ticketwire.event.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.binlog.ChangedRow;
import dev.ticketwire.binlog.Row;
import dev.ticketwire.binlog.Transaction;
import dev.ticketwire.event.feed.LogQueue.Entry;
import dev.ticketwire.event.feed.LogQueue.ReaderEnded;
import dev.ticketwire.event.feed.LogQueue.ReplacedTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogQueueTest {
    private static final Duration NOT = Duration.ZERO;

    private final LogQueue queue = new LogQueue(10);

    @Test
    void theReaderWaitsWhileTheQueueIsFullAndGoesOnWhenThereIsRoom() throws Exception {
        queue.transaction(transaction(9), CountingLog.place(1));

        Thread reader = Thread.startVirtualThread(() -> read(2));

        await().until(() -> reader.getState() == Thread.State.WAITING);
        assertThat(queue.take(1, NOT)).hasSize(1);
        reader.join();
        assertThat(queue.take(1, NOT)).hasSize(1);
    }

    @Test
    void aTransactionLargerThanTheQueuePassesAlone() throws Exception {
        queue.transaction(transaction(1000), CountingLog.place(1));

        assertThat(queue.take(1, NOT)).hasSize(1);
    }

    @Test
    void whatWasReadBeforeTheEndIsTakenFirst() throws Exception {
        queue.transaction(transaction(1), CountingLog.place(1));
        queue.end(new IllegalStateException("lost"));

        assertThat(queue.take(100, NOT)).hasSize(1);
        assertThatThrownBy(() -> queue.take(100, NOT))
                .isInstanceOf(ReaderEnded.class)
                .hasMessage("lost");
    }

    @Test
    void aReplacedTableComesWithItsOwnTransaction() throws Exception {
        queue.tableReplaced("ticket", "TRUNCATE");
        queue.transaction(transaction(0), CountingLog.place(1));
        queue.transaction(transaction(0), CountingLog.place(2));

        List<Entry> entries = queue.take(100, NOT);

        assertThat(entries.get(0).replaced()).containsExactly(new ReplacedTable("ticket", "TRUNCATE"));
        assertThat(entries.get(1).replaced()).isEmpty();
    }

    @Test
    void customDataThatOsTicketFillsAnewAndTheInboxHoldNoChanges() {
        assertThat(new ReplacedTable("ticket__cdata", "DROP").holdsChanges()).isFalse();
        assertThat(new ReplacedTable("ticketwire_command", "TRUNCATE").holdsChanges())
                .isFalse();
        assertThat(new ReplacedTable("thread_entry", "TRUNCATE").holdsChanges()).isTrue();
    }

    private void read(long number) {
        try {
            queue.transaction(transaction(9), CountingLog.place(number));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Transaction transaction(int rows) {
        ChangedRow row = new ChangedRow("ticket", 0, 0, null, Row.of(Map.of("ticket_id", 1L)));
        return new Transaction("0-1-1", Instant.EPOCH, Collections.nCopies(rows, row));
    }
}
