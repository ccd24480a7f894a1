package dev.ticketwire.command.entry;

import dev.ticketwire.osticket.html.Pictures;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pictures among a mail's files, by their Content-ID (RFC 2392). Mail programs are not exact about it: neither
 * case nor angle brackets count, either side may be percent-encoded, and some write the id without {@code cid:}.
 */
final class MailPictures implements Pictures {
    private static final String SCHEME = "cid:";

    private final Map<String, String> keys = new HashMap<>();

    /** @param files the first of several with one id is meant */
    MailPictures(List<NewFile> files) {
        Map<String, NewFile> contents = new HashMap<>();
        for (NewFile file : files) {
            if (file.contentId() == null || !PictureFormat.isOf(file)) {
                continue;
            }
            String id = plain(file.contentId());
            if (!id.isEmpty()) {
                NewFile stored = contents.computeIfAbsent(file.content(), content -> file);
                keys.putIfAbsent(id, stored.key().key());
            }
        }
        Map.copyOf(keys).forEach((id, key) -> keys.putIfAbsent(percentDecoded(id), key));
    }

    @Override
    public @Nullable String keyOf(String source) {
        if (keys.isEmpty()) {
            return null;
        }
        String id = plain(
                source.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) ? source.substring(SCHEME.length()) : source);
        String key = keys.get(id);
        return key == null ? keys.get(percentDecoded(id)) : key;
    }

    /** Without blanks, also those inside that a folded line leaves, and without angle brackets; in lower case. */
    private static String plain(String id) {
        StringBuilder plain = new StringBuilder(id.length());
        id.chars().filter(c -> c > ' ').forEach(c -> plain.append((char) c));
        int from = plain.indexOf("<") == 0 ? 1 : 0;
        int to = plain.length() - (plain.length() > from && plain.charAt(plain.length() - 1) == '>' ? 1 : 0);
        return plain.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private static String percentDecoded(String id) {
        if (id.indexOf('%') < 0) {
            return id;
        }
        try {
            return plain(URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return id;
        }
    }
}
