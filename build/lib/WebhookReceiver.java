import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A receiver of webhooks for build/verify-webhooks. {@code /good/NAME} answers 204; {@code /bad/NAME} fails 30 %, hangs 10 %
 * and redirects 5 % of the time until {@code /control/recover} is called; {@code /control/flush} writes what is known.
 *
 * <p>A line for each request: microseconds of the arrival, NAME, status of the answer (0: it hangs), {@code webhook-id}, and
 * the two numbers after {@code mark } in the body. Arguments: the file. Prints its port; ends with its standard input.
 */
public final class WebhookReceiver {
    private static final int PATIENCE_MILLIS = 60_000;

    private static volatile boolean recovered;

    private final BufferedWriter log;

    private WebhookReceiver(BufferedWriter log) {
        this.log = log;
    }

    public static void main(String[] arguments) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "4000");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        try (BufferedWriter log = Files.newBufferedWriter(Path.of(arguments[0]))) {
            server.createContext("/", new WebhookReceiver(log)::handle);
            server.start();
            System.out.println(server.getAddress().getPort());
            while (System.in.read() >= 0) {
                // Until the script closes it or ends.
            }
            server.stop(0);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        long arrived = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (path[1].equals("control")) {
                control(path[2]);
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            int status = path[1].equals("bad") && !recovered ? badStatus() : 204;
            note(arrived + " " + path[2] + " " + status + " " + exchange.getRequestHeaders().getFirst("webhook-id")
                    + " " + mark(body) + "\n");
            answer(exchange, status);
        }
    }

    private static int badStatus() {
        int chance = ThreadLocalRandom.current().nextInt(100);
        return chance < 30 ? 500 : chance < 40 ? 0 : chance < 45 ? 302 : 204;
    }

    private static String mark(String body) {
        int begin = body.indexOf("mark ") + 5;
        return begin < 5 ? "-1 0" : body.substring(begin, body.indexOf('"', begin));
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        if (status == 0) {
            hang();
        } else if (status == 302) {
            exchange.getResponseHeaders().set("Location", "/good/redirected");
        }
        exchange.sendResponseHeaders(status == 0 ? 500 : status, -1);
    }

    private static void hang() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void control(String command) throws IOException {
        recovered |= command.equals("recover");
        synchronized (log) {
            log.flush();
        }
    }

    private void note(String line) {
        synchronized (log) {
            try {
                log.write(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
