package dev.ticketwire.binlog;

import com.github.shyiko.mysql.binlog.event.EventData;
import java.nio.charset.StandardCharsets;

/**
 * An event that gives a table a number, under which its rows follow.
 *
 * @param types of the columns, as in {@link LogType}; none if the table is not wanted
 * @param metadata of the columns, the first byte as the low one
 */
record TableMap(long number, String database, String table, int[] types, int[] metadata) implements EventData {
    private static final long serialVersionUID = 1L;
    private static final int[] NONE = {};

    /** The tables whose columns are wanted. */
    @FunctionalInterface
    interface Wanted {
        boolean wants(String database, String table);
    }

    /** @param event without its header; may be followed by more */
    static TableMap read(byte[] event, Wanted wanted) {
        Bytes bytes = new Bytes(event, 0);
        long number = bytes.number(6);
        bytes.skip(2);
        String database = name(bytes);
        String table = name(bytes);
        if (!wanted.wants(database, table)) {
            return new TableMap(number, database, table, NONE, NONE);
        }
        int[] types = new int[(int) bytes.packed()];
        for (int i = 0; i < types.length; i++) {
            types[i] = (int) bytes.number(1);
        }
        bytes.packed();
        int[] metadata = new int[types.length];
        for (int i = 0; i < types.length; i++) {
            metadata[i] = (int) bytes.number(LogType.metadataBytes(types[i]));
        }
        return new TableMap(number, database, table, types, metadata);
    }

    private static String name(Bytes bytes) {
        int length = (int) bytes.number(1);
        String name = new String(bytes.array(), bytes.at(), length, StandardCharsets.UTF_8);
        bytes.skip(length + 1);
        return name;
    }
}
