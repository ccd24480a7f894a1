package dev.ticketwire.quickstart.infrastructure;

import dev.ticketwire.osticket.check.DatabaseUnusable;
import dev.ticketwire.osticket.check.Findings;
import dev.ticketwire.osticket.check.Purpose;
import dev.ticketwire.osticket.check.Sentences;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.database.DemoHelpDesk;
import dev.ticketwire.setup.database.Migration;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A help desk's dump by {@code mariadb-dump} or {@code mysqldump}, plain or gzip. MariaDB's own client reads it,
 * because it knows every kind of statement and comment.
 */
public final class HelpDeskDump {
    /**
     * A dump of several databases selects one; these lines are dropped, so that it is loaded into the given database.
     */
    private static final Predicate<String> CHOOSES_A_DATABASE = Pattern.compile(
                    "^(USE [`\\w]|CREATE DATABASE\\b|DROP DATABASE\\b|/\\*!\\d+ DROP DATABASE\\b)",
                    Pattern.CASE_INSENSITIVE)
            .asPredicate();

    private final String name;
    private final Source source;

    /** Opens the dump, anew at each call. */
    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }

    private HelpDeskDump(String name, Source source) {
        this.name = name;
        this.source = source;
    }

    /** @return the dump in {@code file} */
    public static HelpDeskDump inFile(Path file) {
        return new HelpDeskDump(String.valueOf(file.getFileName()), () -> Files.newInputStream(file));
    }

    /** @return the demo help desk that comes with Ticketwire */
    public static HelpDeskDump demo() {
        return new HelpDeskDump("of the demo", DemoHelpDesk::sql);
    }

    /**
     * Runs every statement of the dump.
     *
     * @param client reads SQL from its standard input and ends at the first error
     * @throws DatabaseUnusable if the dump is cut off, or a statement fails, with the client's message
     */
    public void load(ProcessBuilder client) {
        try (InputStream bytes = plain(source.open())) {
            feed(bytes, client.redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException("The dump could not be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void feed(InputStream bytes, Process client) throws IOException, InterruptedException {
        StringBuilder said = new StringBuilder();
        Thread reader = Thread.startVirtualThread(() -> read(client.getInputStream(), said));
        String incomplete = feed(bytes, client, new DumpCompleteness());
        reader.join();
        int status = client.waitFor();
        if (incomplete != null) {
            throw new DatabaseUnusable(Sentences.dumpCutOff(name, incomplete));
        }
        if (status != 0) {
            throw new DatabaseUnusable(Sentences.dumpRefused(name, complaint(said.toString())));
        }
    }

    /** The client's error line. The client also repeats the statement, with customers' data in it. */
    private static String complaint(String said) {
        String errors = said.lines().filter(line -> line.startsWith("ERROR ")).collect(Collectors.joining("\n"));
        return errors.isEmpty() ? said.strip() : errors;
    }

    private static void read(InputStream text, StringBuilder said) {
        try {
            said.append(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            said.append(e.getMessage());
        }
    }

    /**
     * Ends normally if the client stops reading: it does so at an error, which it reports itself.
     *
     * @return why the dump is incomplete, null if it is complete
     */
    private static @Nullable String feed(InputStream bytes, Process process, DumpCompleteness end) throws IOException {
        try (OutputStream to = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
            forEachLine(bytes, to, end);
            return end.missing();
        } catch (EOFException | ZipException e) {
            return Sentences.gzipEnds();
        } catch (ClientGone e) {
            return null;
        }
    }

    /**
     * Checks the loaded help desk.
     *
     * @param loaded as the server's administrator
     * @throws DatabaseUnusable if the suite cannot use it
     */
    public void refuseUnlessUsable(Database loaded) {
        Findings findings;
        try {
            findings = Migration.look(loaded, Purpose.MIGRATE);
        } catch (DatabaseUnusable e) {
            throw new DatabaseUnusable(Sentences.dumpUnusable(name, "- " + e.getMessage()));
        }
        if (!findings.isUsable()) {
            throw new DatabaseUnusable(Sentences.dumpUnusable(name, findings.asList()));
        }
    }

    static InputStream plain(InputStream bytes) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes, 1 << 16);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(buffered, 1 << 16), 1 << 16) : buffered;
    }

    /**
     * Lines are bytes, because a dump may contain binary data. A statement that selects a database begins a line; data
     * never do, because their line ends are escaped.
     */
    static void forEachLine(InputStream bytes, OutputStream to, DumpCompleteness end) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = bytes.read(); read >= 0; read = bytes.read()) {
            line.write(read);
            end.read(read);
            if (read == '\n') {
                copy(line, to);
            }
        }
        copy(line, to);
    }

    private static void copy(ByteArrayOutputStream line, OutputStream to) {
        String start = line.size() > 200 ? "" : line.toString(StandardCharsets.ISO_8859_1);
        if (!CHOOSES_A_DATABASE.test(start)) {
            try {
                line.writeTo(to);
            } catch (IOException e) {
                throw new ClientGone(e);
            }
        }
        line.reset();
    }

    private static final class ClientGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ClientGone(IOException cause) {
            super(cause);
        }
    }
}
