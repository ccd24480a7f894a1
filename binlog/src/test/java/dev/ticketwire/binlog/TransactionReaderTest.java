package dev.ticketwire.binlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.MariadbGtidEventData;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.WriteRowsEventData;
import com.github.shyiko.mysql.binlog.event.XidEventData;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the log's events. */
class TransactionReaderTest {
    private static final long OURS = 7;
    private static final long ANOTHER = 8;

    private final TableLayout layout = new TableLayout("desk", "ost_ticket", 3, List.of(2, 0));
    private final List<String> heard = new ArrayList<>();
    private final TransactionReader transactions = new TransactionReader(
            layout,
            new TableRowDeserializer(layout),
            (domain, gtid, changes) ->
                    heard.add(domain + "-" + gtid.origin() + "-" + gtid.sequence() + ": " + changes.size()));

    @Test
    void aTransactionIsHeardOfWholeAtItsCommit() {
        begin(5, 0);
        table(OURS, "ost_ticket");
        table(ANOTHER, "ost_thread");
        row(OURS, 3);
        row(ANOTHER, 3);
        row(OURS, 3);
        assertThat(heard).isEmpty();

        send(EventType.XID, new XidEventData());

        assertThat(heard).containsExactly("0-3-5: 2");
    }

    @Test
    void whatIsRolledBackHasNoChanges() {
        begin(5, 0);
        table(OURS, "ost_ticket");
        row(OURS, 3);
        text("SAVEPOINT `ost_ticket`");
        text("ROLLBACK");

        assertThat(heard).containsExactly("0-3-5: 0");
    }

    @Test
    void aStatementThatStandsAloneIsATransactionWithoutCommit() {
        begin(5, MariadbGtidEventData.FL_STANDALONE);
        text("ALTER TABLE ost_ticket_status ADD x INT");
        begin(6, 0);
        text("CREATE TABLE copy AS SELECT 1");
        send(EventType.XID, new XidEventData());

        assertThat(heard).containsExactly("0-3-5: 0", "0-3-6: 0");
    }

    @Test
    void aNumberMayComeToMeanAnotherTable() {
        begin(5, 0);
        table(OURS, "ost_ticket");
        table(OURS, "ost_thread");
        row(OURS, 3);
        send(EventType.XID, new XidEventData());

        assertThat(heard).containsExactly("0-3-5: 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE `ost_ticket` ADD x INT",
                "truncate table OST_TICKET",
                "DROP DATABASE desk",
                "UPDATE a_view SET x = 1",
                "ROLLBACK TO `here`",
                "XA START 'one'"
            })
    void whatMayHaveChangedTheTableOtherwiseThanByRowsEndsIt(String sql) {
        begin(5, 0);

        assertThatThrownBy(() -> text(sql)).isInstanceOf(UnreadableBinlogException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"INCIDENT", "UNKNOWN", "XA_PREPARE", "EXECUTE_LOAD_QUERY", "TRANSACTION_PAYLOAD"})
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

        assertThatThrownBy(() -> row(OURS, 2)).isInstanceOf(UnreadableBinlogException.class);
    }

    private void begin(long sequence, int flags) {
        MariadbGtidEventData gtid = new MariadbGtidEventData();
        gtid.setSequence(sequence);
        gtid.setFlags(flags);
        send(EventType.MARIADB_GTID, gtid);
    }

    private void table(long number, String name) {
        TableMapEventData table = new TableMapEventData();
        table.setTableId(number);
        table.setDatabase("desk");
        table.setTable(name);
        send(EventType.TABLE_MAP, table);
    }

    private void row(long table, int columns) {
        WriteRowsEventData written = new WriteRowsEventData();
        written.setTableId(table);
        BitSet included = new BitSet();
        included.set(0, columns);
        written.setIncludedColumns(included);
        written.setRows(List.<Serializable[]>of(new Serializable[] {1, 2, 3}));
        send(EventType.WRITE_ROWS, written);
    }

    private void text(String sql) {
        QueryEventData query = new QueryEventData();
        query.setSql(sql);
        send(EventType.QUERY, query);
    }

    private void send(EventType type, @Nullable EventData data) {
        EventHeaderV4 header = new EventHeaderV4();
        header.setEventType(type);
        header.setServerId(3);
        transactions.onEvent(new Event(header, data));
    }
}
