package dev.ticketwire.gateway.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/** Parts one part of a mail from the next. */
final class Multipart {
    /** RFC 2046: 70. */
    private static final int LONGEST_BOUNDARY = 200;

    private Multipart() {}

    /**
     * @param boundary as the header says; where it says none, or none that is in the body, that of the body is used
     * @return the parts with their headers; empty if nothing parts them
     */
    static List<byte[]> parts(byte[] body, String boundary) {
        String found = boundary(body, boundary);
        List<byte[]> parts = new ArrayList<>();
        if (found == null) {
            return parts;
        }
        MimeTokenStream stream = new MimeTokenStream(MimeConfig.PERMISSIVE);
        stream.setRecursionMode(RecursionMode.M_RAW);
        String quoted = found.replace("\\", "\\\\").replace("\"", "\\\"");
        stream.parseHeadless(new ByteArrayInputStream(body), "multipart/mixed; boundary=\"" + quoted + '"');
        try {
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                if (state == EntityState.T_RAW_ENTITY) {
                    parts.add(stream.getInputStream().readAllBytes());
                }
            }
        } catch (MimeException | IOException e) {
            // What has been read until then counts.
        }
        return parts;
    }

    /**
     * A line that could part something.
     *
     * @param text without blanks at its end
     * @param beforeHeader whether a header of a part follows
     */
    private record Line(String text, boolean beforeHeader) {}

    private static @Nullable String boundary(byte[] body, String said) {
        List<Line> lines = dashed(body);
        Set<String> texts = lines.stream().map(Line::text).collect(Collectors.toSet());
        String wanted = "--" + said.stripTrailing();
        if (!said.isBlank() && (texts.contains(wanted) || texts.contains(wanted + "--"))) {
            return said.stripTrailing();
        }
        return lines.stream()
                .filter(line -> line.beforeHeader || texts.contains(line.text + "--"))
                .map(line -> line.text.substring(2))
                .findFirst()
                .orElse(null);
    }

    private static List<Line> dashed(byte[] body) {
        List<Line> lines = new ArrayList<>();
        for (int line = 0; line < body.length; ) {
            int end = line;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            if (line + 2 < end && body[line] == '-' && body[line + 1] == '-' && end - line <= LONGEST_BOUNDARY) {
                String text = new String(body, line, end - line, StandardCharsets.ISO_8859_1).stripTrailing();
                String next = new String(body, end, Math.min(10, body.length - end), StandardCharsets.ISO_8859_1);
                if (text.length() > 2) {
                    lines.add(
                            new Line(text, next.strip().toLowerCase(Locale.ROOT).startsWith("content-")));
                }
            }
            line = end + 1;
        }
        return lines;
    }
}
