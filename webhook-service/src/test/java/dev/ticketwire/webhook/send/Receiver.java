package dev.ticketwire.webhook.send;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server on a loopback address that answers bytes as the test says, and remembers what it was sent. */
final class Receiver implements AutoCloseable {
    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    /** Writes one answer; returning without closing keeps the connection. */
    interface Script {
        void answer(OutputStream out, Socket socket) throws IOException;
    }

    /** @param connection what it came on */
    record Request(Socket connection, String head, byte[] body) {
        /** Value of a header, empty if it is missing. */
        String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private final ServerSocket server;
    private final Script script;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();

    private Receiver(ServerSocket server, Script script) {
        this.server = server;
        this.script = script;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    static Receiver on(String address, int port, Script script) {
        return on(ServerSocketFactory.getDefault(), address, port, script);
    }

    static Receiver on(ServerSocketFactory factory, String address, int port, Script script) {
        try {
            ServerSocket server = factory.createServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return new Receiver(server, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Receiver answering(String answer) {
        return on("127.0.0.1", 0, (out, socket) -> out.write(answer.getBytes(ISO_8859_1)));
    }

    int port() {
        return server.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook?a=b";
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                // Closed: the test is over.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            while (!socket.isClosed()) {
                requests.add(read(socket, in));
                script.answer(socket.getOutputStream(), socket);
                if (!socket.isClosed()) {
                    socket.getOutputStream().flush();
                }
            }
        } catch (IOException e) {
            // The sender has closed the connection, or the test is over.
        }
    }

    private static Request read(Socket socket, InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.write(next);
        }
        Request request = new Request(socket, head.toString(ISO_8859_1), new byte[0]);
        return new Request(socket, request.head, in.readNBytes(Integer.parseInt(request.header("Content-Length"))));
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
