package dev.ticketwire.mail.letter;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Small files that many mails show, such as logos, by key: a key is made from the content. At most 16 MiB; a file that
 * was deleted is still shown for a minute.
 */
final class SmallFiles {
    /** In bytes. */
    static final int LARGEST = 256 * 1024;

    private static final long MOST = 16L * 1024 * 1024;
    private static final int MOST_KNOWN = 1000;
    private static final long KNOWN_FOR = Duration.ofMinutes(1).toNanos();

    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, byte[]> contents = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    private record Known(StoredFile file, long since) {}

    /** @param key in lower case */
    synchronized Optional<StoredFile> find(String key) {
        Known found = known.get(key);
        return found == null || System.nanoTime() - found.since > KNOWN_FOR
                ? Optional.empty()
                : Optional.of(found.file);
    }

    synchronized void know(StoredFile file) {
        known.put(file.key().toLowerCase(Locale.ROOT), new Known(file, System.nanoTime()));
        if (known.size() > MOST_KNOWN) {
            known.remove(known.keySet().iterator().next());
        }
    }

    synchronized byte @Nullable [] content(String key) {
        return contents.get(key);
    }

    synchronized void keep(String key, byte[] content) {
        byte[] before = contents.put(key, content);
        size += content.length - (before == null ? 0 : before.length);
        Iterator<byte[]> oldest = contents.values().iterator();
        while (size > MOST) {
            size -= oldest.next().length;
            oldest.remove();
        }
    }
}
