package dev.ticketwire.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client that stops reading during a burst is cut off, and then resumes with the last id that it got: nothing may be
 * missing, nothing repeated.
 */
final class SlowClientBenchmark {
    private static final int BURST = 30_000;
    private static final Pattern FRAME =
            Pattern.compile("id: (\\S+)\nevent: [^\n]*\ndata: [^\n]*?\"id\":\"([^\"]+)\"[^\n]*\n\n");

    private final URI address;
    private final String identity;
    private final List<String> got = new ArrayList<>();
    private String cursor = "";

    private SlowClientBenchmark(URI address, String identity) {
        this.address = address;
        this.identity = identity;
    }

    /** @param identity a header line with the caller's identity */
    static String run(URI address, String identity, SqlChanges changes, SuiteEnvironment environment) throws Exception {
        Set<String> told = ConcurrentHashMap.newKeySet();
        SlowClientBenchmark client = new SlowClientBenchmark(address, identity);
        try (EventTopic topic =
                        new EventTopic(environment.kafka(), record -> told.add(EventTopic.header(record, "ce_id")));
                Socket socket = client.connect()) {
            changes.many(BURST, 100);
            topic.await(BURST);
            long begin = System.nanoTime();
            TimeUnit.SECONDS.sleep(20);
            boolean whole = client.read(socket, BURST);
            int before = client.got.size();
            int resumed = whole ? 0 : client.resume(told.size());
            Set<String> missing = new HashSet<>(told);
            client.got.forEach(missing::remove);
            int repeated = client.got.size() - new HashSet<>(client.got).size();
            return String.format(
                    "slow client: %s after %d of %,d events; resumed %d times in %.1f s; %d missing, %d repeated",
                    whole ? "NOT cut off" : "cut off",
                    before,
                    told.size(),
                    resumed,
                    (System.nanoTime() - begin) / 1e9 - 20,
                    missing.size(),
                    repeated);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8192);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        String last = cursor.isEmpty() ? "" : "Last-Event-ID: " + cursor + "\r\n";
        String request = "GET /events HTTP/1.0\r\nHost: " + address.getAuthority() + "\r\nAccept: text/event-stream\r\n"
                + identity + "\r\n" + last + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private int resume(int all) throws IOException {
        int times = 0;
        for (; times < 20 && got.size() < all; times++) {
            try (Socket socket = connect()) {
                read(socket, all);
            }
        }
        return times;
    }

    /** @return whether all have come; false if the stream ended before */
    private boolean read(Socket socket, int all) {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[65_536];
        try {
            InputStream in = socket.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                text.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                take(text);
                if (got.size() >= all) {
                    return true;
                }
            }
        } catch (IOException e) {
            // Cut off by a reset.
        }
        return false;
    }

    private void take(StringBuilder text) {
        Matcher matcher = FRAME.matcher(text);
        int end = 0;
        while (matcher.find()) {
            cursor = matcher.group(1);
            got.add(matcher.group(2));
            end = matcher.end();
        }
        text.delete(0, end);
    }
}
