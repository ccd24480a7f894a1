package dev.ticketwire.binlog;

import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.EventHeader;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Takes the rows of some tables from the log as bytes and skips all others, because files and texts are most of a help
 * desk's writes. Does not interpret the columns of other tables, whose types the client may not know.
 */
final class WantedEvents extends EventDeserializer {
    private static final byte[] NOTHING = {};

    private final TableMap.Wanted wanted;
    /** The log identifies a table by a number, which changes now and then. */
    private final Set<Long> numbers = new HashSet<>();

    WantedEvents(TableMap.Wanted wanted) {
        this.wanted = wanted;
        setEventDataDeserializer(EventType.WRITE_ROWS, rows(RowsEvent.Kind.INSERT));
        setEventDataDeserializer(EventType.UPDATE_ROWS, rows(RowsEvent.Kind.UPDATE));
        setEventDataDeserializer(EventType.DELETE_ROWS, rows(RowsEvent.Kind.DELETE));
    }

    @Override
    public EventData deserializeTableMapEventData(ByteArrayInputStream stream, EventHeader header) throws IOException {
        TableMap map = TableMap.read(stream.read((int) header.getDataLength()), wanted);
        if (wanted.wants(map.database(), map.table())) {
            numbers.add(map.number());
        } else {
            numbers.remove(map.number());
        }
        return map;
    }

    private EventDataDeserializer<RowsEvent> rows(RowsEvent.Kind kind) {
        return stream -> {
            long number = stream.readLong(6);
            int left = stream.available();
            if (numbers.contains(number)) {
                stream.skipNBytes(2);
                return new RowsEvent(kind, number, stream.read(left - 2));
            }
            stream.skipNBytes(left);
            return new RowsEvent(kind, number, NOTHING);
        };
    }
}
