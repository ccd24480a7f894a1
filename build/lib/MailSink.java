import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server on 127.0.0.1 for build/verify-mails. It keeps no mail, but a line for each in a file: microseconds of its
 * end, {@code 250}, {@code 451} or {@code lost} (taken, but the connection is cut before the answer), MAIL FROM, RCPT TO
 * joined by commas, Message-ID, Auto-Submitted, X-Auto-Response-Suppress ({@code -} for none) and SHA-256 of the mail;
 * between tabs. The first mails are kept in {@code sample-N.eml} beside the file.
 *
 * <p>Arguments: port or 0, the file. Prints its port, then {@code ok} for each line of standard input, once it counts:
 * {@code normal}, {@code away} (the port is closed), {@code slow MILLIS} (each answer comes so late), {@code refuse N} (each
 * N-th mail, by turns after RCPT and at its end, with 4xx), {@code lose N} (the answer to each N-th mail), {@code flush}.
 */
public final class MailSink {
    private static final int SAMPLES = 6;

    private final Path file;
    private final BufferedWriter log;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger mails = new AtomicInteger();
    private final AtomicInteger samples = new AtomicInteger();
    private volatile Mode mode = new Mode("normal", 0);
    private ServerSocket server;

    private record Mode(String name, int number) {
        boolean is(String other) {
            return name.equals(other);
        }
    }

    private MailSink(Path file) throws IOException {
        this.file = file;
        this.log = Files.newBufferedWriter(file);
    }

    public static void main(String[] arguments) throws IOException {
        MailSink sink = new MailSink(Path.of(arguments[1]));
        sink.open(Integer.parseInt(arguments[0]));
        int port = sink.server.getLocalPort();
        System.out.println(port);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            sink.control(line.split(" "), port);
            System.out.println("ok");
        }
        System.exit(0);
    }

    private void control(String[] words, int port) throws IOException {
        if (words[0].equals("flush")) {
            synchronized (log) {
                log.flush();
            }
            return;
        }
        mode = new Mode(words[0], words.length > 1 ? Integer.parseInt(words[1]) : 0);
        if (mode.is("away")) {
            server.close();
            sessions.forEach(Session::leave);
        } else if (server.isClosed()) {
            open(port);
        }
    }

    private void open(int port) throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 1024);
        server = opened;
        Thread.ofVirtual().start(() -> accept(opened));
    }

    private void accept(ServerSocket from) {
        while (true) {
            try {
                Socket socket = from.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> new Session(socket).run());
            } catch (IOException e) {
                return; // away
            }
        }
    }

    private void note(String verdict, Session of, byte[] mail) throws IOException {
        String head = head(mail);
        String line = String.join("\t", String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now())), verdict,
                of.sender, String.join(",", of.recipients), field(head, "message-id"), field(head, "auto-submitted"),
                field(head, "x-auto-response-suppress"), digest(mail));
        synchronized (log) {
            log.write(line);
            log.newLine();
        }
        if (samples.get() < SAMPLES && samples.incrementAndGet() <= SAMPLES) {
            Files.write(file.resolveSibling("sample-" + samples.get() + ".eml"), mail);
        }
    }

    private static String head(byte[] mail) {
        for (int i = 0; i + 3 < mail.length; i++) {
            if (mail[i] == '\r' && mail[i + 1] == '\n' && mail[i + 2] == '\r' && mail[i + 3] == '\n') {
                return "\r\n" + new String(mail, 0, i + 2, StandardCharsets.UTF_8).replaceAll("\r\n[ \t]+", " ");
            }
        }
        return "";
    }

    private static String field(String head, String name) {
        int begin = head.toLowerCase(Locale.ROOT).indexOf("\r\n" + name + ":");
        int value = begin + name.length() + 3;
        return begin < 0 ? "-" : head.substring(value, head.indexOf("\r\n", value)).strip();
    }

    private static String digest(byte[] mail) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(mail));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One connection. */
    private final class Session {
        private final Socket socket;
        private final List<String> recipients = new ArrayList<>();
        private String sender = "";
        private boolean inMail;
        private int number;

        Session(Socket socket) {
            this.socket = socket;
        }

        void run() {
            sessions.add(this);
            try (socket) {
                InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
                OutputStream out = socket.getOutputStream();
                answer(out, "220 sink.example ready");
                boolean more = !mode.is("away");
                while (more) {
                    more = command(line(in), in, out) && mayGoOn();
                }
            } catch (IOException | InterruptedException e) {
                // The other side left, or this one is away.
            } finally {
                sessions.remove(this);
            }
        }

        /** Ends it, unless a mail is on its way: that is answered first. */
        synchronized void leave() {
            if (!inMail) {
                try {
                    socket.close();
                } catch (IOException e) {
                    // It is closed.
                }
            }
        }

        private synchronized boolean mayGoOn() {
            return inMail || !mode.is("away");
        }

        private synchronized void inMail(boolean now) {
            inMail = now;
        }

        private boolean command(String line, InputStream in, OutputStream out) throws IOException, InterruptedException {
            String verb = line.length() < 4 ? "" : line.substring(0, 4).toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" -> answer(out, "250-sink.example\r\n250-8BITMIME\r\n250 SMTPUTF8");
                case "MAIL" -> begin(line, out);
                case "RCPT" -> recipient(line, out);
                case "DATA" -> {
                    return data(in, out);
                }
                case "RSET" -> {
                    inMail(false);
                    answer(out, "250 ok");
                }
                case "HELO", "NOOP" -> answer(out, "250 ok");
                case "QUIT" -> {
                    answer(out, "221 bye");
                    return false;
                }
                default -> answer(out, "502 unknown");
            }
            return true;
        }

        private void begin(String line, OutputStream out) throws IOException, InterruptedException {
            inMail(true);
            sender = address(line);
            recipients.clear();
            number = mails.incrementAndGet();
            answer(out, "250 ok");
        }

        private void recipient(String line, OutputStream out) throws IOException, InterruptedException {
            if (isChosen("refuse") && number / mode.number() % 2 == 0) {
                synchronized (log) {
                    log.write(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) + "\t451\t\t\t-\t-\t-\t-\n");
                }
                answer(out, "451 not now");
                return;
            }
            recipients.add(address(line));
            answer(out, "250 ok");
        }

        /** @return whether the connection goes on */
        private boolean data(InputStream in, OutputStream out) throws IOException, InterruptedException {
            if (recipients.isEmpty()) {
                answer(out, "503 no recipient");
                return true;
            }
            answer(out, "354 go on");
            byte[] mail = content(in);
            String verdict = isChosen("refuse") ? "451" : isChosen("lose") ? "lost" : "250";
            note(verdict, this, mail);
            if (!verdict.equals("lost")) {
                answer(out, verdict.equals("250") ? "250 taken" : "451 not now");
            }
            inMail(false);
            return !verdict.equals("lost");
        }

        private boolean isChosen(String what) {
            Mode now = mode;
            return now.is(what) && number % now.number() == 0;
        }

        private void answer(OutputStream out, String text) throws IOException, InterruptedException {
            Mode now = mode;
            if (now.is("slow")) {
                Thread.sleep(now.number());
            }
            out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        private static String address(String line) {
            return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
        }

        private static String line(InputStream in) throws IOException {
            return new String(bytes(in), StandardCharsets.UTF_8);
        }

        /** A line without its end. */
        private static byte[] bytes(InputStream in) throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(128);
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException();
                }
                if (next != '\r') {
                    line.write(next);
                }
            }
            return line.toByteArray();
        }

        private static byte[] content(InputStream in) throws IOException {
            ByteArrayOutputStream mail = new ByteArrayOutputStream(8192);
            for (byte[] line = bytes(in); line.length != 1 || line[0] != '.'; line = bytes(in)) {
                int from = line.length > 0 && line[0] == '.' ? 1 : 0;
                mail.write(line, from, line.length - from);
                mail.write('\r');
                mail.write('\n');
            }
            return mail.toByteArray();
        }
    }
}
