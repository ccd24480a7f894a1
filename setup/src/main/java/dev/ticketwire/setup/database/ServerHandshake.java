package dev.ticketwire.setup.database;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a database server's version from its handshake, before the login. Source: MySQL's client/server protocol,
 * HandshakeV10: four bytes of length and number, one of the protocol's version, then the server's version up to a zero
 * byte.
 */
final class ServerHandshake {
    private static final int LIMIT_MILLIS = 3000;
    private static final int HEADER = 4;
    private static final int PROTOCOL = 10;
    private static final int LONGEST = 200;

    private ServerHandshake() {}

    /** @return e.g. {@code 8.4.2}, {@code 11.4.5-MariaDB}; null if it is not available */
    static @Nullable String version(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            DataInputStream bytes = new DataInputStream(socket.getInputStream());
            bytes.skipNBytes(HEADER);
            return bytes.read() == PROTOCOL ? text(bytes) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static String text(DataInputStream bytes) throws IOException {
        byte[] text = new byte[LONGEST];
        int length = 0;
        for (int b = bytes.read(); b > 0 && length < LONGEST; b = bytes.read()) {
            text[length++] = (byte) b;
        }
        return new String(text, 0, length, StandardCharsets.US_ASCII);
    }
}
