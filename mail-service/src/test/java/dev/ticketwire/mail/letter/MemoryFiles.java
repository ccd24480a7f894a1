package dev.ticketwire.mail.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Files that are in memory. */
public final class MemoryFiles implements MailFiles {
    private final Map<String, StoredFile> files = new LinkedHashMap<>();
    private final Map<Integer, byte[]> contents = new HashMap<>();
    private boolean isAway;

    /** The id of the file is its number in order, from 1. */
    public MemoryFiles with(String key, String name, String type, byte[] content) {
        int id = files.size() + 1;
        files.put(key.toLowerCase(Locale.ROOT), new StoredFile(id, key, name, type, content.length, 1));
        contents.put(id, content);
        return this;
    }

    /** From now on contents cannot be read. */
    public void away() {
        isAway = true;
    }

    @Override
    public Map<String, StoredFile> byKey(Collection<String> keys) {
        Map<String, StoredFile> found = new HashMap<>(files);
        found.keySet().retainAll(keys);
        return found;
    }

    @Override
    public Map<Integer, StoredFile> byId(Collection<Integer> ids) {
        Map<Integer, StoredFile> found = new HashMap<>();
        files.values().stream().filter(f -> ids.contains(f.id())).forEach(f -> found.put(f.id(), f));
        return found;
    }

    @Override
    public InputStream content(StoredFile file) throws IOException {
        if (isAway) {
            throw new UnreadableFile("away");
        }
        return new ByteArrayInputStream(contents.get(file.id()));
    }
}
