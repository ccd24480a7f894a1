package dev.ticketwire.mail.letter;

import java.io.IOException;
import java.io.InputStream;

/** A file's content, of which one chunk at a time is in memory. Fails if it is longer or shorter than the file says. */
final class ChunkStream extends InputStream {
    private final StoredFile file;
    private final Chunks chunks;
    private byte[] current = new byte[0];
    private int next;
    private int number;
    private long read;

    /** Reads one chunk. */
    @FunctionalInterface
    interface Chunks {
        byte[] read(int file, int number) throws IOException;
    }

    ChunkStream(StoredFile file, Chunks chunks) {
        this.file = file;
        this.chunks = chunks;
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? current[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, current.length - next);
        System.arraycopy(current, next, to, offset, count);
        next += count;
        return count;
    }

    private boolean hasMore() throws IOException {
        while (next == current.length) {
            if (number == file.chunks()) {
                if (read != file.size()) {
                    throw new UnreadableFile("file " + file.id() + " has changed while it was sent");
                }
                return false;
            }
            current = chunks.read(file.id(), number++);
            read += current.length;
            next = 0;
        }
        return true;
    }
}
