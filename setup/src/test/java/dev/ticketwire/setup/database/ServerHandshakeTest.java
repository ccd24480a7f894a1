package dev.ticketwire.setup.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.osticket.check.DatabaseUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A server that cannot be logged in to: the build has no MySQL to ask, so this one only greets like it. */
class ServerHandshakeTest {
    @Test
    void aMySqlThatNobodyCanLogInToIsNamed() throws IOException {
        try (ServerSocket server = greeting("9.7.4")) {
            Database database = new Database("127.0.0.1", server.getLocalPort(), "desk", "root", "secret");

            assertThatThrownBy(() -> Migration.migrate(database))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessage(
                            "The database " + database.url() + " cannot be used as it is, and nothing was changed:\n"
                                    + "- The server is MySQL or something like it (9.7.4), and Ticketwire needs MariaDB 10.6 or newer."
                                    + " Move the help desk's database to MariaDB.");
        }
    }

    @Test
    void aMariaDbThatNobodyCanLogInToIsAnotherMatter() throws IOException {
        try (ServerSocket server = greeting("5.5.5-10.11.19-MariaDB")) {
            Database database = new Database("127.0.0.1", server.getLocalPort(), "desk", "root", "secret");

            assertThatThrownBy(() -> Migration.migrate(database))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageStartingWith("The database " + database.url() + " cannot be reached or read as root: ");
        }
    }

    private static ServerSocket greeting(String version) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> greet(server, version));
        return server;
    }

    private static void greet(ServerSocket server, String version) {
        byte[] greeting = ("    \n" + version + "\0").getBytes(StandardCharsets.US_ASCII);
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write(greeting);
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
