package dev.ticketwire.quickstart.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on the loopback address that keeps every mail in a folder and passes none on. */
public final class MailCatcher implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 50;
    private static final int LARGEST = 80 * 1024 * 1024;

    private final SMTPServer server;

    private MailCatcher(SMTPServer server) {
        this.server = server;
    }

    /** @throws RuntimeException if {@code port} is taken */
    public static MailCatcher start(int port, CaughtMails mails) {
        SMTPServer server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .hideTLS(true)
                .insertReceivedHeaders(false)
                .maxConnections(MOST_CONNECTIONS)
                .maxMessageSize(LARGEST)
                .messageHandlerFactory(connection -> new Keeping(mails))
                .build();
        server.start();
        return new MailCatcher(server);
    }

    @Override
    public void close() {
        server.stop();
    }

    private record Keeping(CaughtMails mails) implements MessageHandler {
        @Override
        public void from(String sender) {
            // Everybody may send.
        }

        @Override
        public void recipient(String recipient) {
            // To everybody.
        }

        @Override
        public String data(InputStream mail) throws IOException {
            mails.keep(mail.readAllBytes());
            return "kept";
        }

        @Override
        public void done() {
            // The next mail has a handler of its own.
        }
    }
}
