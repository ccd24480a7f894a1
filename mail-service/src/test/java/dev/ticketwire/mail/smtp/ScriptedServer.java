package dev.ticketwire.mail.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that answers by a script, also as no server should. {@code HANG} answers nothing more, {@code DROP}
 * ends the connection, and {@code +DROP} after an answer does so once it is given.
 */
final class ScriptedServer implements AutoCloseable {
    static final String HANG = "HANG";
    static final String DROP = "DROP";

    /** Lines of clients, without those of mails. */
    final List<String> lines = new CopyOnWriteArrayList<>();

    final AtomicInteger connections = new AtomicInteger();

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Script script;

    /** The answer to a line; the greeting's line is {@code CONNECT}, that of the end of a mail a dot. */
    @FunctionalInterface
    interface Script {
        String answer(String line);
    }

    ScriptedServer(Script script) throws IOException {
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    /** A server without faults. */
    static String usual(String line) {
        return switch (line.split("[ :]")[0]) {
            case "CONNECT" -> "220 scripted";
            case "EHLO" -> "250-scripted\r\n250 8BITMIME";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye+DROP";
            default -> "250 ok";
        };
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            String line = "CONNECT";
            boolean isMail = false;
            while (line != null) {
                String answer = isMail && !line.equals(".") ? "" : answer(client, line);
                if (answer.endsWith(DROP)) {
                    return;
                }
                isMail = isMail && !line.equals(".") || answer.startsWith("354");
                line = in.readLine();
            }
        } catch (IOException e) {
            // The client is gone.
        }
    }

    private String answer(Socket client, String line) throws IOException {
        lines.add(line);
        String answer = script.answer(line);
        if (!answer.equals(HANG) && !answer.equals(DROP)) {
            String text = answer.replace("+" + DROP, "") + "\r\n";
            client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }
        return answer;
    }
}
