package dev.ticketwire.quickstart.infrastructure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Determines the buffer pool of the embedded server: as large as its tables, within limits. */
final class BufferPoolSize {
    static final long LEAST = 256L << 20;

    private BufferPoolSize() {}

    /**
     * @param data the server's data folder
     * @return in bytes, at most a quarter of the machine's memory
     */
    static long bytes(Path data) {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return bytes(data, memory / 4);
    }

    static long bytes(Path data, long most) {
        try (Stream<Path> files = Files.exists(data) ? Files.walk(data) : Stream.empty()) {
            long tables = files.filter(file -> file.toString().endsWith(".ibd"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            return Math.clamp(tables, LEAST, Math.max(LEAST, most));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + data, e);
        }
    }
}
