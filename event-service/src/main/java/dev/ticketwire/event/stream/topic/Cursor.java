package dev.ticketwire.event.stream.topic;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * A position in all partitions of the topic: of each the offset of the next record. As text it is opaque: base64url of
 * the format, the topic's id and the offsets, each in as few bytes as it needs.
 */
public final class Cursor {
    private static final byte FORMAT = 1;
    private static final int ID_BYTES = 1 + 2 * Long.BYTES;
    private static final int OFFSET_BYTES = 9;
    private static final int MAX_PARTITIONS = 1_000;

    private final Uuid topic;
    private final long[] next;

    private Cursor(Uuid topic, long[] next) {
        this.topic = topic;
        this.next = next;
    }

    /** @param next the offset of the next record by partition */
    static Cursor at(Uuid topic, long[] next) {
        return new Cursor(topic, next.clone());
    }

    /** @return null for a text that is no cursor */
    public static @Nullable Cursor parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() < ID_BYTES || bytes.get() != FORMAT) {
                return null;
            }
            Uuid topic = new Uuid(bytes.getLong(), bytes.getLong());
            long[] next = new long[MAX_PARTITIONS];
            int partitions = 0;
            while (bytes.hasRemaining() && partitions < MAX_PARTITIONS) {
                next[partitions++] = readOffset(bytes);
            }
            return bytes.hasRemaining() ? null : new Cursor(topic, Arrays.copyOf(next, partitions));
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
            return null;
        }
    }

    /** @throws IllegalArgumentException if it is longer than any offset */
    private static long readOffset(ByteBuffer bytes) {
        long offset = 0;
        for (int i = 0; i < OFFSET_BYTES; i++) {
            byte part = bytes.get();
            offset |= (part & 0x7FL) << 7 * i;
            if (part >= 0) {
                return offset;
            }
        }
        throw new IllegalArgumentException("no offset");
    }

    private static void writeOffset(ByteBuffer bytes, long offset) {
        long rest = offset;
        while (rest > 0x7F) {
            bytes.put((byte) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.put((byte) rest);
    }

    /** ASCII, at most 24 characters and 12 per partition. */
    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(ID_BYTES + OFFSET_BYTES * next.length);
        bytes.put(FORMAT).putLong(topic.getMostSignificantBits()).putLong(topic.getLeastSignificantBits());
        for (long offset : next) {
            writeOffset(bytes, offset);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    Uuid topic() {
        return topic;
    }

    int partitions() {
        return next.length;
    }

    long next(int partition) {
        return next[partition];
    }

    /** Whether the record is before this position. */
    public boolean isPast(StoredEvent event) {
        return event.offset() < next[event.partition()];
    }

    /** The position right after a record, and as before in the other partitions. */
    public Cursor after(StoredEvent event) {
        return with(event.partition(), event.offset() + 1);
    }

    Cursor with(int partition, long offset) {
        if (next[partition] >= offset) {
            return this;
        }
        long[] moved = next.clone();
        moved[partition] = offset;
        return new Cursor(topic, moved);
    }

    /** Whether no partition is behind {@code other}. Both must be of one topic. */
    public boolean covers(Cursor other) {
        for (int i = 0; i < next.length; i++) {
            if (next[i] < other.next[i]) {
                return false;
            }
        }
        return true;
    }

    /** The later one in each partition. Both must be of one topic. */
    public Cursor later(Cursor other) {
        if (covers(other)) {
            return this;
        }
        long[] later = next.clone();
        for (int i = 0; i < later.length; i++) {
            later[i] = Math.max(later[i], other.next[i]);
        }
        return new Cursor(topic, later);
    }

    /**
     * The same position in a topic that may have got further partitions since: at their beginning.
     *
     * @return null if it is of another topic
     */
    @Nullable
    Cursor in(Uuid current, int partitions) {
        if (!topic.equals(current) || next.length > partitions) {
            return null;
        }
        return next.length == partitions ? this : new Cursor(topic, Arrays.copyOf(next, partitions));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cursor cursor && topic.equals(cursor.topic) && Arrays.equals(next, cursor.next);
    }

    @Override
    public int hashCode() {
        return 31 * topic.hashCode() + Arrays.hashCode(next);
    }

    @Override
    public String toString() {
        return text();
    }
}
