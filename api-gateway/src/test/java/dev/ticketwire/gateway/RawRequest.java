package dev.ticketwire.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes for the gateway's port, as {@code raw-requests.txt} describes them.
 *
 * @param text line ends are CRLF; {@code \r \n \t \\ \xNN} are bytes, <code>{9000 a}</code> is as many of a letter
 * @param expected statuses of the answers, then {@code open} or {@code closed}: what became of the connection
 */
record RawRequest(String name, String text, String expected) {
    /** Longer than the gateway waits for the end of a head. */
    private static final int FIRST_BYTE_MILLIS = 20_000;

    private static final int NEXT_BYTE_MILLIS = 700;
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x([0-9a-f]{2})|(.))|\\{([0-9]+) (.)}|\n");
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3}) ");

    static List<RawRequest> all(String file) {
        return Arrays.stream(file.split("(?m)^== "))
                .skip(1)
                .map(block -> {
                    int text = block.indexOf('\n');
                    int expected = block.lastIndexOf("\n=> ");
                    return new RawRequest(
                            block.substring(0, text),
                            block.substring(text + 1, expected),
                            block.substring(expected + 4).strip());
                })
                .toList();
    }

    /** @return everything that came back, one letter a byte, and {@code open} or {@code closed} behind it */
    String answerOf(URI gateway, String fullKey, String readKey) {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(FIRST_BYTE_MILLIS);
            socket.getOutputStream().write(bytes(fullKey, readKey));
            socket.getOutputStream().flush();
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** In the words of {@link #expected}. */
    static String summary(String answer) {
        StringJoiner summary = new StringJoiner(" ");
        Matcher status = STATUS.matcher(answer);
        while (status.find()) {
            summary.add(status.group(1));
        }
        return summary.add(answer.endsWith("closed") ? "closed" : "open").toString();
    }

    private static String read(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        String end = "closed";
        try {
            byte[] buffer = new byte[8192];
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                answer.write(buffer, 0, n);
                socket.setSoTimeout(NEXT_BYTE_MILLIS);
            }
        } catch (SocketTimeoutException e) {
            end = "open";
        } catch (SocketException e) {
            // reset: it did not even read what was sent
            end = "closed";
        }
        return answer.toString(StandardCharsets.ISO_8859_1) + end;
    }

    private byte[] bytes(String fullKey, String readKey) {
        String keyed = text.replace("{full}", fullKey).replace("{read}", readKey);
        return ESCAPE.matcher(keyed)
                .replaceAll(found -> Matcher.quoteReplacement(meaning(found)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String meaning(java.util.regex.MatchResult found) {
        if (found.group(1) != null) {
            return String.valueOf((char) Integer.parseInt(found.group(1), 16));
        }
        if (found.group(3) != null) {
            return found.group(4).repeat(Integer.parseInt(found.group(3)));
        }
        return switch (String.valueOf(found.group(2))) {
            case "r" -> "\r";
            case "n" -> "\n";
            case "t" -> "\t";
            case "\\" -> "\\";
            default -> "\r\n";
        };
    }
}
