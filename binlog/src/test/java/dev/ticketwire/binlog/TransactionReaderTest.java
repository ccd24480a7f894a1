package dev.ticketwire.binlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.MariadbGtidEventData;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import com.github.shyiko.mysql.binlog.event.XidEventData;
import dev.ticketwire.binlog.RowsEvent.Kind;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the log's events. */
class TransactionReaderTest {
    private static final long OURS = 7;
    private static final long ANOTHER = 8;
    /** Two columns, both logged, and a row of 5 and NULL. */
    private static final byte[] WHOLE = {2, 3, 2, 5, 0, 0, 0};

    private static final byte[] FIRST_COLUMN_ONLY = {2, 1, 0, 5, 0, 0, 0};

    private final List<String> heard = new ArrayList<>();
    private TransactionReader transactions = reader(true);

    private TransactionReader reader(boolean isStrict) {
        CapturedTables tables =
                new CapturedTables("desk", List.of(new CapturedTable("ticket", List.of("ticket_id", "staff_id"))));
        TableLayout layout =
                new TableLayout(List.of(new Column("ticket_id", "int(11)", ""), new Column("staff_id", "int(11)", "")));
        Layouts layouts = new Layouts(tables, Map.of(), () -> Map.of("ticket", layout));
        return new TransactionReader(layouts, new TableRows(layouts, ZoneOffset.UTC), new Heard(), isStrict);
    }

    private final class Heard implements TransactionReader.Told {
        @Override
        public void transaction(OpenTransaction transaction, long end) {
            List<String> rows = transaction.rows().stream()
                    .map(row -> row.event() + "." + row.row())
                    .toList();
            heard.add(transaction.committed().gtid() + ": " + String.join(" ", rows));
        }

        @Override
        public void replaced(String table, String reason) {
            heard.add(table + " replaced");
        }

        @Override
        public void altered(String table) {
            heard.add(table + " altered");
        }

        @Override
        public void rotated(String file, long position) {
            heard.add(file);
        }
    }

    @Test
    void aTransactionIsHeardOfWholeAtItsCommit() {
        begin(5, 0);
        table(OURS, "ost_ticket");
        table(ANOTHER, "ost_thread");
        row(OURS, WHOLE);
        row(ANOTHER, new byte[0]);
        row(OURS, WHOLE);
        assertThat(heard).isEmpty();

        send(EventType.XID, new XidEventData());

        assertThat(heard).containsExactly("0-3-5: 0.0 2.0");
    }

    @Test
    void whatIsRolledBackHasNoChanges() {
        begin(5, 0);
        table(OURS, "ost_ticket");
        row(OURS, WHOLE);
        text("SAVEPOINT `ost_ticket`");
        row(OURS, WHOLE);
        text("ROLLBACK TO `ost_ticket`");
        row(OURS, WHOLE);
        send(EventType.XID, new XidEventData());
        begin(6, 0);
        row(OURS, WHOLE);
        text("ROLLBACK");

        assertThat(heard).containsExactly("0-3-5: 0.0 2.0", "0-3-6: ");
    }

    @Test
    void aStatementThatStandsAloneIsATransactionWithoutCommit() {
        begin(5, MariadbGtidEventData.FL_STANDALONE);
        text("ALTER TABLE ost_ticket_status ADD x INT");
        begin(6, 0);
        text("CREATE TABLE copy AS SELECT 1");
        send(EventType.XID, new XidEventData());

        assertThat(heard).containsExactly("0-3-5: ", "0-3-6: ");
    }

    @Test
    void aNumberMayComeToMeanAnotherTable() {
        begin(5, 0);
        table(OURS, "ost_ticket");
        table(OURS, "ost_thread");
        row(OURS, WHOLE);
        send(EventType.XID, new XidEventData());

        assertThat(heard).containsExactly("0-3-5: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE a_view SET x = 1", "CALL anything()", "ROLLBACK TO `nowhere`"})
    void whatMayHaveChangedTheTableOtherwiseThanByRowsEndsIt(String sql) {
        begin(5, 0);
        table(OURS, "ost_ticket");
        row(OURS, WHOLE);

        assertThatThrownBy(() -> text(sql)).isInstanceOf(UnreadableBinlogException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"INCIDENT", "UNKNOWN", "EXECUTE_LOAD_QUERY", "TRANSACTION_PAYLOAD"})
    void eventsThatHideChangesEndIt(EventType type) {
        assertThatThrownBy(() -> send(type, null)).isInstanceOf(UnreadableBinlogException.class);
    }

    @Test
    void unknownEventsThatSaySoMayBePassedOver() {
        EventHeaderV4 header = new EventHeaderV4();
        header.setEventType(EventType.UNKNOWN);
        header.setFlags(0x80);

        transactions.onEvent(new Event(header, null));

        assertThat(heard).isEmpty();
    }

    @Test
    void rowsThatAreNotLoggedWholeEndIt() {
        begin(5, 0);
        table(OURS, "ost_ticket");

        assertThatThrownBy(() -> row(OURS, FIRST_COLUMN_ONLY)).isInstanceOf(UnreadableBinlogException.class);
        assertThatThrownBy(() -> row(OURS, new byte[] {2, 3, 0, 5}))
                .isInstanceOf(UnreadableBinlogException.class)
                .hasMessageContaining("do not have its columns");
    }

    @Test
    void whoIsNotStrictHearsOfTheTableAndReadsOn() {
        transactions = reader(false);
        begin(5, 0);
        table(OURS, "ost_ticket");
        row(OURS, FIRST_COLUMN_ONLY);
        row(OURS, WHOLE);
        send(EventType.XID, new XidEventData());

        assertThat(heard).containsExactly("ticket replaced", "0-3-5: 1.0");
    }

    private void begin(long sequence, int flags) {
        MariadbGtidEventData gtid = new MariadbGtidEventData();
        gtid.setSequence(sequence);
        gtid.setFlags(flags);
        send(EventType.MARIADB_GTID, gtid);
    }

    private void table(long number, String name) {
        int[] types = {LogType.LONG, LogType.LONG};
        send(EventType.TABLE_MAP, new TableMap(number, "desk", name, types, new int[2]));
    }

    private void row(long table, byte[] body) {
        send(EventType.WRITE_ROWS, new RowsEvent(Kind.INSERT, table, body));
    }

    private void text(String sql) {
        QueryEventData query = new QueryEventData();
        query.setSql(sql);
        query.setDatabase("desk");
        send(EventType.QUERY, query);
    }

    private void send(EventType type, @Nullable EventData data) {
        EventHeaderV4 header = new EventHeaderV4();
        header.setEventType(type);
        header.setServerId(3);
        transactions.onEvent(new Event(header, data));
    }
}
