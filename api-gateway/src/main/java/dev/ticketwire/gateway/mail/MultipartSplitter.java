package dev.ticketwire.gateway.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.mime4j.io.BufferedLineReaderInputStream;
import org.apache.james.mime4j.io.MimeBoundaryInputStream;
import org.jspecify.annotations.Nullable;

/** Splits the body of a multipart (RFC 2046, 5.1) into its parts. */
final class MultipartSplitter {
    /** In bytes; RFC 2046 allows 70. */
    private static final int LONGEST_BOUNDARY = 200;

    /** In bytes. Mime4j searches the whole buffer at each read, so both buffers have one size. */
    private static final int BUFFER = 8192;

    private MultipartSplitter() {}

    /**
     * @param boundary of the header; if it is blank or not in the body, one is looked for in the body
     * @return the parts with their headers, slices of the same array; empty if no boundary is found
     */
    static List<ByteSlice> split(ByteSlice body, String boundary) {
        String found = boundary(body, boundary);
        List<ByteSlice> parts = new ArrayList<>();
        if (found == null) {
            return parts;
        }
        try (Source source = new Source(body.stream())) {
            addParts(source, found, body, parts);
        } catch (IOException e) {
            // The parts found until then count.
        }
        return parts;
    }

    private static void addParts(Source source, String boundary, ByteSlice body, List<ByteSlice> parts)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        MimeBoundaryInputStream part = new MimeBoundaryInputStream(source, boundary, false); // the preamble
        skip(part, buffer);
        while (!part.isLastPart() && !part.eof()) {
            int start = source.position();
            part = new MimeBoundaryInputStream(source, boundary, false);
            parts.add(body.from(start).first(skip(part, buffer)));
        }
    }

    /** Bytes that were left in the part. */
    private static int skip(InputStream part, byte[] buffer) throws IOException {
        int length = 0;
        for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
            length += read;
        }
        return length;
    }

    /** Mime4j's reader of lines, with its position in the body. */
    private static final class Source extends BufferedLineReaderInputStream {
        private final int length;
        private final ByteArrayInputStream body;

        Source(ByteArrayInputStream body) {
            super(body, BUFFER);
            this.body = body;
            this.length = body.available();
        }

        /** Bytes that were taken from the body, without those that are still in the buffer. */
        int position() {
            return length - body.available() - length();
        }

        @Override
        public void close() {
            release();
        }
    }

    /**
     * A line that begins with two dashes.
     *
     * @param text without blanks at its end
     * @param beforeHeader whether a {@code Content-} header is on the next line
     */
    private record Line(String text, boolean beforeHeader) {}

    private static @Nullable String boundary(ByteSlice body, String given) {
        List<Line> lines = dashed(body);
        Set<String> texts = lines.stream().map(Line::text).collect(Collectors.toSet());
        String wanted = "--" + given.stripTrailing();
        if (!given.isBlank() && (texts.contains(wanted) || texts.contains(wanted + "--"))) {
            return given.stripTrailing();
        }
        return lines.stream()
                .filter(line -> line.beforeHeader || texts.contains(line.text + "--"))
                .map(line -> line.text.substring(2))
                .findFirst()
                .orElse(null);
    }

    private static List<Line> dashed(ByteSlice body) {
        List<Line> lines = new ArrayList<>();
        int end;
        for (int line = 0; line < body.length(); line = end + 1) {
            end = body.endOfLine(line);
            if (line + 2 < end && body.at(line) == '-' && body.at(line + 1) == '-' && end - line <= LONGEST_BOUNDARY) {
                String text = body.from(line).first(end - line).latin1().stripTrailing();
                if (text.length() > 2) {
                    lines.add(new Line(text, isBeforeHeader(body, end)));
                }
            }
        }
        return lines;
    }

    private static boolean isBeforeHeader(ByteSlice body, int endOfLine) {
        String next = body.from(endOfLine).first(10).latin1();
        return next.strip().toLowerCase(Locale.ROOT).startsWith("content-");
    }
}
