import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Opens tickets through a gateway for build/verify-mails, with little processor time of its own: kept connections, plain
 * sockets, virtual threads.
 *
 * <p>Arguments: port of the gateway, API key, name of the run (begins every subject). Standard input, a load a line: {@code
 * closed COUNT IN_FLIGHT}, or {@code open SECONDS RATE MESSAGES}: creates at a steady rate, counted from when each was due,
 * and after each of MESSAGES of 100 creates a customer's message on an earlier ticket, which is not measured. Standard
 * output, once all are answered: creates, creates that were late (202), failures, seconds, and p50, p99 and the longest of
 * their latencies in microseconds.
 */
public final class TicketLoad {
    private static final String[] WORDS = ("about after again battery been belt brake cannot chain day does from gear have"
                    + " help invoice keeps lamp light loose noise order pedal please pump repair right since sound tyre"
                    + " today until wheel when window with without yesterday")
            .split(" ");
    private static final int LENGTH = 500;
    private static final int MOST = 512;

    private final int port;
    private final String key;
    private final String run;
    private final AtomicInteger subjects = new AtomicInteger();
    private final List<String> numbers = Collections.synchronizedList(new ArrayList<>());
    private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();

    private TicketLoad(int port, String key, String run) {
        this.port = port;
        this.key = key;
        this.run = run;
    }

    public static void main(String[] arguments) throws Exception {
        TicketLoad load = new TicketLoad(Integer.parseInt(arguments[0]), arguments[1], arguments[2]);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            Figures figures = words[0].equals("closed")
                    ? load.closed(Integer.parseInt(words[1]), Integer.parseInt(words[2]))
                    : load.open(Double.parseDouble(words[1]), Double.parseDouble(words[2]), Integer.parseInt(words[3]));
            System.out.println(figures.line());
        }
        System.exit(0);
    }

    /** What a load did. */
    private static final class Figures {
        private final long began = System.nanoTime();
        private final long[] nanos;
        private final AtomicInteger measured = new AtomicInteger();
        private final AtomicInteger late = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicLong ended = new AtomicLong();

        Figures(int most) {
            nanos = new long[most];
        }

        void add(int status, long due) {
            long now = System.nanoTime();
            nanos[measured.getAndIncrement()] = now - due;
            if (status != 201) {
                (status == 202 ? late : failed).incrementAndGet();
            }
            ended.accumulateAndGet(now, Math::max);
        }

        String line() {
            long[] sorted = Arrays.copyOf(nanos, measured.get());
            Arrays.sort(sorted);
            return "%d %d %d %.3f %d %d %d".formatted(sorted.length, late.get(), failed.get(),
                    (ended.get() - began) / 1e9, at(sorted, 50), at(sorted, 99), at(sorted, 100));
        }

        private static long at(long[] sorted, int percent) {
            return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1000;
        }
    }

    private Figures closed(int count, int inFlight) throws InterruptedException {
        Figures figures = new Figures(count);
        AtomicInteger begun = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < inFlight; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                while (begun.getAndIncrement() < count) {
                    create(figures, System.nanoTime());
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return figures;
    }

    private Figures open(double seconds, double rate, int messages) throws InterruptedException {
        int count = (int) (seconds * rate);
        Figures figures = new Figures(count);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long due = figures.began + (long) (i * 1e9 / rate);
            LockSupport.parkNanos(due - System.nanoTime());
            boolean message = i % 100 < messages && !numbers.isEmpty();
            threads.add(Thread.ofVirtual().start(() -> {
                create(figures, due);
                if (message) {
                    message(figures);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return figures;
    }

    private void create(Figures figures, long due) {
        int number = subjects.incrementAndGet();
        Answer answer = post("/api/tickets.json", "{\"name\":\"Lena Load\",\"email\":\"lena-" + number % 2000
                + "@load.example\",\"subject\":\"" + run + "-" + number + "\",\"message\":\"" + words() + "\"}");
        if (answer.status == 201) {
            numbers.add(answer.body);
        }
        figures.add(answer.status, due);
    }

    private void message(Figures figures) {
        String number = numbers.get(ThreadLocalRandom.current().nextInt(numbers.size()));
        Answer answer = post("/tickets/" + number + "/replies", "{\"message\":\"" + words() + "\",\"format\":\"text\"}");
        if (answer.status != 201 && answer.status != 202) {
            figures.failed.incrementAndGet();
        }
    }

    private static String words() {
        StringBuilder text = new StringBuilder(LENGTH + 12);
        while (text.length() < LENGTH) {
            text.append(text.isEmpty() ? "" : " ").append(WORDS[ThreadLocalRandom.current().nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    private record Answer(int status, String body) {}

    /** Status 0 if the connection failed. */
    private Answer post(String path, String json) {
        Connection connection = idle.poll();
        try {
            if (connection == null) {
                connection = new Connection();
            }
            Answer answer = connection.post(path, json);
            if (idle.size() < MOST) {
                idle.add(connection);
            }
            return answer;
        } catch (IOException e) {
            if (connection != null) {
                connection.close();
            }
            return new Answer(0, String.valueOf(e.getMessage()));
        }
    }

    private final class Connection {
        private final Socket socket = new Socket("127.0.0.1", port);
        private final InputStream in = new BufferedInputStream(socket.getInputStream());

        Connection() throws IOException {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(90_000);
        }

        Answer post(String path, String json) throws IOException {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: " + key
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
            socket.getOutputStream().write((head + json).getBytes(StandardCharsets.UTF_8));
            int status = Integer.parseInt(line().split(" ")[1]);
            int length = -1;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            if (length < 0) {
                throw new IOException("no Content-Length");
            }
            return new Answer(status, new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                // It is closed.
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException();
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }
    }
}
