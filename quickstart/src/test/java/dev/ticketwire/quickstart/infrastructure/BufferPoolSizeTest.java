package dev.ticketwire.quickstart.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BufferPoolSizeTest {
    private static final long MEBIBYTE = 1L << 20;
    private static final long MOST = 1024 * MEBIBYTE;

    @TempDir
    Path data;

    @Test
    void itHoldsAllTables() throws IOException {
        sparse("osticket/ost_ticket.ibd", 300 * MEBIBYTE);
        sparse("osticket/ost_thread_entry.ibd", 200 * MEBIBYTE);
        sparse("binlog.000001", 900 * MEBIBYTE);

        assertThat(BufferPoolSize.bytes(data, MOST)).isEqualTo(500 * MEBIBYTE);
    }

    @Test
    void itIsNeverTooSmallAndNeverMoreThanTheMachineCanSpare() throws IOException {
        assertThat(BufferPoolSize.bytes(data.resolve("not installed yet"), MOST))
                .isEqualTo(BufferPoolSize.LEAST);

        sparse("osticket/ost_ticket.ibd", 2 * MOST);

        assertThat(BufferPoolSize.bytes(data, MOST)).isEqualTo(MOST);
        assertThat(BufferPoolSize.bytes(data, MEBIBYTE)).isEqualTo(BufferPoolSize.LEAST);
    }

    private void sparse(String name, long bytes) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
            made.setLength(bytes);
        }
    }
}
