import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Receives webhooks of Ticketwire. Needs Java 17: WEBHOOK_SECRET=whsec_… java Receiver.java 8099 */
public class Receiver {
    private static final int MOST_BYTES = 1 << 20;

    /** Whether the body (as received) was signed with the secret within five minutes of now (seconds). */
    static boolean verified(
            String secret, String id, String timestamp, String signatures, byte[] body, long now)
            throws GeneralSecurityException {
        if (!timestamp.matches("[0-9]{1,12}") || Math.abs(now - Long.parseLong(timestamp)) > 300) {
            return false;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
        mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        String signature = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        byte[] expected = signature.getBytes(StandardCharsets.UTF_8);
        return Stream.of(signatures.split(" "))
                .anyMatch(given -> MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected));
    }

    private static void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
        String id = header(exchange, "webhook-id");
        exchange.sendResponseHeaders(accepted(exchange, id, body) ? 204 : 401, -1);
        exchange.close();
    }

    private static boolean accepted(HttpExchange exchange, String id, byte[] body) {
        try {
            boolean accepted = verified(
                    System.getenv("WEBHOOK_SECRET"),
                    id,
                    header(exchange, "webhook-timestamp"),
                    header(exchange, "webhook-signature"),
                    body,
                    Instant.now().getEpochSecond());
            if (accepted) {
                // Store the event under its webhook-id, unless that is stored; work on it after the answer.
                System.out.println(id + " " + new String(body, StandardCharsets.UTF_8));
            }
            return accepted;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    public static void main(String[] args) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        HttpServer server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", Receiver::receive);
        server.start();
    }
}
