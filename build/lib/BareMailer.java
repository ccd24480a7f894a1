import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Sends mails as a plain program with Angus does, to have something to compare the mail service with: arguments PORT
 * COUNT CONNECTIONS FILE…; the files are complete mails, sent in turn to 127.0.0.1, each with a Message-ID of its own.
 * Prints mails and seconds.
 */
final class BareMailer {
    private BareMailer() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        int connections = Integer.parseInt(arguments[2]);
        List<byte[]> mails = read(Arrays.copyOfRange(arguments, 3, arguments.length));
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(threads.submit(client(port, count, mails, next)));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        }
        System.out.printf("%d %.3f%n", count, (System.nanoTime() - began) / 1e9);
    }

    private static Callable<Void> client(int port, int count, List<byte[]> mails, AtomicInteger next) {
        return () -> {
            Session session = Session.getInstance(new Properties());
            try (SMTPTransport transport = new SMTPTransport(session, null)) {
                transport.connect(socket(port));
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    send(transport, new Numbered(session, mails.get(i % mails.size()), i));
                }
            }
            return null;
        };
    }

    /** Angus leaves Nagle's algorithm on, which costs 40 ms for each mail of more than 8 KB; {@code -Dnagle} shows it. */
    private static Socket socket(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(System.getProperty("nagle") == null);
        return socket;
    }

    private static void send(SMTPTransport transport, MimeMessage mail) throws MessagingException {
        mail.saveChanges();
        Address[] to = mail.getAllRecipients();
        transport.sendMessage(mail, to);
    }

    private static List<byte[]> read(String[] names) throws IOException {
        List<byte[]> mails = new ArrayList<>();
        for (String name : names) {
            mails.add(Files.readAllBytes(Path.of(name)));
        }
        return mails;
    }

    /** A mail with its own Message-ID. */
    private static final class Numbered extends MimeMessage {
        private final int number;

        Numbered(Session session, byte[] content, int number) throws MessagingException {
            super(session, new ByteArrayInputStream(content));
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<bare-" + ProcessHandle.current().pid() + "-" + number + "@bare.example>");
        }
    }
}
