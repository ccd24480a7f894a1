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
 * The pictures among a mail's files, by their Content-ID (RFC 2392). The comparison ignores case and angle brackets,
 * accepts percent-encoding on either side, and ids without {@code cid:}, because mail programs differ.
 */
final class MailPictures implements Pictures {
    private static final String SCHEME = "cid:";

    private final Map<String, String> keys = new HashMap<>();

    /** @param files of several with the same id, the first counts */
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

    /** The id in lower case, without angle brackets and blanks, including blanks inside that come from folded lines. */
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
