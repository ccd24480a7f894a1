package dev.ticketwire.webhook.docs;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A receiver of {@code samples/webhook-receiver}, started on a free port of this machine. */
record SampleReceiver(Process process, URI address, HttpClient client) implements AutoCloseable {
    static final Path FOLDER =
            Path.of("../samples/webhook-receiver").toAbsolutePath().normalize();
    private static final Duration START = Duration.ofMinutes(2);

    /** A language, and how its receiver is started: PORT stands for the port. */
    enum Language {
        PYTHON("python3", "receiver.py", "PORT"),
        NODE("node", "receiver.js", "PORT"),
        PHP("php", "-S", "127.0.0.1:PORT", "receiver.php"),
        JAVA("java", "Receiver.java", "PORT"),
        GO("go", "run", "receiver.go", "PORT");

        private final List<String> command;

        Language(String... command) {
            this.command = List.of(command);
        }

        Path folder() {
            return FOLDER.resolve(name().toLowerCase(Locale.ROOT));
        }

        boolean isHere() {
            return isProgram(command.getFirst());
        }
    }

    static boolean isProgram(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    static SampleReceiver start(Language language, String secret, Path log) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(language.command);
        command.replaceAll(argument -> argument.replace("PORT", Integer.toString(port)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(language.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("WEBHOOK_SECRET", secret);
        Process process = builder.start();
        await().atMost(START).until(() -> !process.isAlive() || isOpen(port));
        return new SampleReceiver(process, URI.create("http://127.0.0.1:" + port + "/"), HttpClient.newHttpClient());
    }

    /** @return the status of the answer */
    int post(Map<String, String> headers, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofMinutes(1))
                .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        client.close();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
