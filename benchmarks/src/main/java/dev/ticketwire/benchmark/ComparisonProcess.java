package dev.ticketwire.benchmark;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process for comparison with the suite, started with the JVM options of a service under load. */
final class ComparisonProcess implements AutoCloseable {
    private static final String LISTENING = "listening";

    private final Process process;
    private final int port;

    private ComparisonProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * @param program main class; receives the suite's home, a port and {@code arguments}, and prints {@code listening}
     *     once it listens
     */
    static ComparisonProcess start(Class<?> program, String heap, String... arguments) throws IOException {
        int port = freePort();
        Process process = new ProcessBuilder(command(program, heap, port, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (!LISTENING.equals(out.readLine())) {
            throw new IllegalStateException(program.getSimpleName() + " did not start");
        }
        return new ComparisonProcess(process, port);
    }

    private static List<String> command(Class<?> program, String heap, int port, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                System.getProperty("ticketwire.home", ".ticketwire"),
                Integer.toString(port)));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * Called in the process: serves {@code handler} on {@code port} of the loopback address, and reports that to {@link
     * #start}.
     */
    static void serve(Vertx vertx, int port, Handler<HttpServerRequest> handler) {
        vertx.createHttpServer()
                .requestHandler(handler)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        System.out.println(LISTENING);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}
