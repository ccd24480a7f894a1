package dev.ticketwire.binlog;

/** Whole numbers of 1 to 8 bytes. */
record NumberReader(String column, boolean isSigned) implements ColumnReader {
    @Override
    public long number(byte[] bytes, int start, int end) {
        long number = Bytes.littleEndian(bytes, start, end - start);
        int unused = Long.SIZE - 8 * (end - start);
        return isSigned ? number << unused >> unused : number;
    }

    @Override
    public String text(byte[] bytes, int start, int end) {
        return Long.toString(number(bytes, start, end));
    }
}
