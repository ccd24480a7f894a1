package dev.ticketwire.mail.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on loopback that keeps what it gets, and refuses what a test tells it to. */
final class TestServer implements AutoCloseable {
    private static final Logger LIBRARY = Logger.getLogger("org.subethamail");

    static {
        LIBRARY.setLevel(Level.SEVERE);
    }

    /** Mails in the order in which they were taken. */
    final List<Received> received = new CopyOnWriteArrayList<>();

    private final Map<String, RejectException> refusals = new ConcurrentHashMap<>();
    private final Set<MessageContext> connections = ConcurrentHashMap.newKeySet();
    private final SMTPServer server;

    record Received(String from, List<String> to, String mail) {}

    private TestServer(UnaryOperator<SMTPServer.Builder> settings) {
        server = settings.apply(SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress()))
                .messageHandlerFactory(this::handler)
                .build();
        server.start();
    }

    static TestServer start() {
        return new TestServer(plain -> plain);
    }

    static TestServer with(UnaryOperator<SMTPServer.Builder> settings) {
        return new TestServer(settings);
    }

    int port() {
        return server.getPortAllocated();
    }

    /** Answers this to MAIL FROM, to RCPT TO of an address, to DATA or to the end of the mail, until {@link #take}. */
    TestServer refuse(String command, int status, String text) {
        refusals.put(command, new RejectException(status, text));
        return this;
    }

    void take() {
        refusals.clear();
    }

    /** Connections that have brought a mail or tried to. */
    int connections() {
        return connections.size();
    }

    @Override
    public void close() {
        server.stop();
    }

    private MessageHandler handler(MessageContext context) {
        connections.add(context);
        return new Handler();
    }

    private final class Handler implements MessageHandler {
        private final List<String> to = new ArrayList<>();
        private String from = "";

        @Override
        public void from(String address) throws RejectException {
            check("MAIL");
            from = address;
        }

        @Override
        public void recipient(String address) throws RejectException {
            check(address);
            to.add(address);
        }

        @Override
        public @Nullable String data(InputStream in) throws RejectException, IOException {
            String mail = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            check("END");
            received.add(new Received(from, List.copyOf(to), mail));
            return null;
        }

        @Override
        public void done() {}

        private void check(String command) throws RejectException {
            Optional<RejectException> refusal = Optional.ofNullable(refusals.get(command));
            if (refusal.isPresent()) {
                throw refusal.get();
            }
        }
    }
}
