package dev.ticketwire.query.attachment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file's name as {@code Content-Disposition} carries it (RFC 6266): never shown in the browser, always saved. */
final class Disposition {
    private static final String NAMELESS = "file";

    private Disposition() {}

    /** @param name any text: what would end the header or lead to another folder becomes an underscore */
    static String attachment(@Nullable String name) {
        String safe = name == null || name.isBlank() ? NAMELESS : name.replaceAll("[\\p{Cntrl}/\\\\]", "_");
        return "attachment; filename=\"" + ascii(safe) + "\"; filename*=UTF-8''" + encoded(safe);
    }

    /** For clients that do not know {@code filename*}. Some of them would decode a percent sign. */
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
