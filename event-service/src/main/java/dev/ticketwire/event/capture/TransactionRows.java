package dev.ticketwire.event.capture;

import dev.ticketwire.binlog.ChangedRow;
import dev.ticketwire.binlog.Transaction;
import dev.ticketwire.event.capture.row.AnswerRow;
import dev.ticketwire.event.capture.row.CapturedRow;
import dev.ticketwire.event.capture.row.CapturedTables;
import dev.ticketwire.event.capture.row.CollaboratorRow;
import dev.ticketwire.event.capture.row.InboxRow;
import dev.ticketwire.event.capture.row.LoggedTransaction;
import dev.ticketwire.event.capture.row.ReferralRow;
import dev.ticketwire.event.capture.row.RowPlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a transaction. */
final class TransactionRows {
    private final LoggedTransaction transaction;
    private final List<@Nullable ReadRow> rows = new ArrayList<>();
    private final Map<Object, Integer> deleted = new HashMap<>();
    private @Nullable Segment segment;
    private boolean isSegmentEnded;

    private TransactionRows(LoggedTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * The rows in the log's order, without the inbox's. A row that was deleted and written again ({@code REPLACE}) is
     * one change.
     */
    static List<ReadRow> of(LoggedTransaction place, Transaction transaction) {
        TransactionRows read = new TransactionRows(place);
        if (transaction.rows().stream().anyMatch(TransactionRows::isCommand)) {
            read.segment = new Segment();
        }
        transaction.rows().forEach(read::add);
        List<ReadRow> rows = new ArrayList<>();
        for (ReadRow row : read.rows) {
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static boolean isCommand(ChangedRow row) {
        return row.before() == null && row.table().equals("ticketwire_command");
    }

    private void add(ChangedRow changed) {
        CapturedRow before = CapturedTables.row(changed.table(), changed.before());
        CapturedRow after = CapturedTables.row(changed.table(), changed.after());
        if (after instanceof InboxRow inbox && before == null && segment != null) {
            segment.add(inbox);
            isSegmentEnded = true;
        } else if ((before != null || after != null) && !(before instanceof InboxRow)) {
            add(changed, before, after);
        }
    }

    private void add(ChangedRow changed, @Nullable CapturedRow before, @Nullable CapturedRow after) {
        if (isSegmentEnded) {
            segment = new Segment();
            isSegmentEnded = false;
        }
        RowPlace place = new RowPlace(transaction, changed.event(), changed.row());
        ReadRow row = new ReadRow(place, segment, before, after);
        Object key = key(row.row());
        if (key != null && after == null) {
            deleted.put(key, rows.size());
        } else if (key != null && before == null) {
            row = replacing(row, deleted.remove(key));
        }
        rows.add(row);
    }

    private ReadRow replacing(ReadRow row, @Nullable Integer former) {
        ReadRow old = former == null ? null : rows.set(former, null);
        return old == null ? row : row.replacing(old.before());
    }

    /** What identifies a row of the tables in which osTicket replaces rows. */
    private static @Nullable Object key(CapturedRow row) {
        record Key(String table, long owner, String type, long object) {}
        return switch (row) {
            case AnswerRow answer -> new Key("answer", answer.entry(), "", answer.field());
            case CollaboratorRow collaborator ->
                new Key("collaborator", collaborator.thread(), "", collaborator.user());
            case ReferralRow referral ->
                new Key("referral", referral.thread(), referral.objectType(), referral.object());
            default -> null;
        };
    }
}
