package dev.ticketwire.binlog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The labels of an {@code ENUM}, of which the log has the numbers. */
record EnumerationReader(String column, List<String> labels) implements ColumnReader {
    private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");

    /** @throws UnreadableBinlogException if it is a SET */
    static EnumerationReader of(Column column) {
        if (!column.type().regionMatches(true, 0, "enum(", 0, 5)) {
            throw new UnreadableBinlogException("values of " + column.name() + " " + column.type() + " are not read");
        }
        List<String> labels = new ArrayList<>(List.of(""));
        Matcher label = LABEL.matcher(column.type());
        while (label.find()) {
            labels.add(label.group(1).replace("''", "'"));
        }
        return new EnumerationReader(column.name(), List.copyOf(labels));
    }

    /** Empty for a value that MariaDB did not know, as MariaDB gives it. */
    @Override
    public String text(byte[] bytes, int start, int end) {
        int number = (int) Bytes.littleEndian(bytes, start, end - start);
        return number < labels.size() ? labels.get(number) : "";
    }
}
