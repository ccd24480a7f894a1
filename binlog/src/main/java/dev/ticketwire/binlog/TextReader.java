package dev.ticketwire.binlog;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Texts, and bytes read as texts. */
record TextReader(String column, Charset charset) implements ColumnReader {
    /** MariaDB's latin1 is Windows' code page 1252. */
    private static final Charset LATIN_1 = Charset.forName("windows-1252");

    /** @throws UnreadableBinlogException if the character set is one that osTicket does not use */
    static TextReader of(Column column) {
        Charset charset = switch (column.charset().toLowerCase(Locale.ROOT)) {
            case "", "binary", "ascii", "utf8", "utf8mb3", "utf8mb4" -> StandardCharsets.UTF_8;
            case "latin1" -> LATIN_1;
            default ->
                throw new UnreadableBinlogException(
                        "texts of " + column.name() + " in " + column.charset() + " are not read");
        };
        return new TextReader(column.name(), charset);
    }

    @Override
    public String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, charset);
    }
}
