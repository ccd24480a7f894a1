package dev.ticketwire.binlog;

import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.DeleteRowsEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer.CompatibilityMode;
import com.github.shyiko.mysql.binlog.event.deserialization.UpdateRowsEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.WriteRowsEventDataDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the rows of one table from the log and skips all others, because files and texts are most of a help desk's
 * writes.
 */
final class TableRowDeserializer {
    private static final Serializable[] PASSED_OVER = {};

    private final TableLayout layout;
    /** The log identifies a table by a number, which changes now and then. */
    private final Map<Long, TableMapEventData> ours = new HashMap<>();

    TableRowDeserializer(TableLayout layout) {
        this.layout = layout;
    }

    void map(TableMapEventData table) {
        if (table.getDatabase().equalsIgnoreCase(layout.database())
                && table.getTable().equalsIgnoreCase(layout.table())) {
            ours.put(table.getTableId(), table);
        } else {
            ours.remove(table.getTableId());
        }
    }

    boolean isOurs(long table) {
        return ours.containsKey(table);
    }

    EventDeserializer deserializer() {
        EventDeserializer deserializer = new EventDeserializer();
        deserializer.setEventDataDeserializer(EventType.WRITE_ROWS, new Written());
        deserializer.setEventDataDeserializer(EventType.UPDATE_ROWS, new Updated());
        deserializer.setEventDataDeserializer(EventType.DELETE_ROWS, new Deleted());
        deserializer.setCompatibilityMode(
                CompatibilityMode.CHAR_AND_BINARY_AS_BYTE_ARRAY,
                CompatibilityMode.DATE_AND_TIME_AS_LONG,
                CompatibilityMode.INVALID_DATE_AND_TIME_AS_ZERO);
        return deserializer;
    }

    private static Serializable[] passOver(ByteArrayInputStream event) throws IOException {
        event.skipNBytes(event.available());
        return PASSED_OVER;
    }

    private final class Written extends WriteRowsEventDataDeserializer {
        Written() {
            super(ours);
        }

        @Override
        protected Serializable[] deserializeRow(long table, BitSet columns, ByteArrayInputStream event)
                throws IOException {
            return isOurs(table) ? super.deserializeRow(table, columns, event) : passOver(event);
        }
    }

    private final class Updated extends UpdateRowsEventDataDeserializer {
        Updated() {
            super(ours);
        }

        @Override
        protected Serializable[] deserializeRow(long table, BitSet columns, ByteArrayInputStream event)
                throws IOException {
            return isOurs(table) ? super.deserializeRow(table, columns, event) : passOver(event);
        }
    }

    private final class Deleted extends DeleteRowsEventDataDeserializer {
        Deleted() {
            super(ours);
        }

        @Override
        protected Serializable[] deserializeRow(long table, BitSet columns, ByteArrayInputStream event)
                throws IOException {
            return isOurs(table) ? super.deserializeRow(table, columns, event) : passOver(event);
        }
    }
}
