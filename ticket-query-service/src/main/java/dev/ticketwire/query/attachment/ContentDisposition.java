package dev.ticketwire.query.attachment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Values of {@code Content-Disposition} (RFC 6266) with which browsers save a file and never show it. */
final class ContentDisposition {
    private static final String DEFAULT_NAME = "file";

    private ContentDisposition() {}

    /** @param name any text; control characters and path separators become underscores */
    static String attachment(@Nullable String name) {
        String safe = name == null || name.isBlank() ? DEFAULT_NAME : name.replaceAll("[\\p{Cntrl}/\\\\]", "_");
        return "attachment; filename=\"" + ascii(safe) + "\"; filename*=UTF-8''" + encoded(safe);
    }

    /** For clients without {@code filename*}. Some of them would decode a percent sign. */
    private static String ascii(String name) {
        return name.codePoints()
                .map(c -> c < ' ' || c > '~' || c == '"' || c == '%' ? '_' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
