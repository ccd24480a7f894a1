package dev.ticketwire.system;

import static org.awaitility.Awaitility.await;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the suite's mail catcher has received: a file for each mail. */
final class CaughtMails {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String ENDING = ".eml";

    private final Path folder;
    /** Number of the newest one when the test began. */
    private final long before;

    /**
     * @param id Message-ID with brackets
     * @param to addresses
     * @param automatic the header {@code Auto-Submitted}, empty for none
     */
    record Caught(String id, List<String> to, String subject, String automatic) {}

    /** @throws org.opentest4j.TestAbortedException if the suite has no catcher */
    CaughtMails(RunningSuite suite) {
        this.folder = Path.of(suite.setting("MAILS_FOLDER"));
        this.before = numbers().stream().reduce(0L, Math::max);
    }

    /** Waits for a mail with this subject to this address. */
    Caught awaitOne(String subject, String to) {
        return await().atMost(LIMIT)
                .until(() -> about(subject, to), found -> !found.isEmpty())
                .getFirst();
    }

    /** Those since the test began that have this in their subject, to this address; in no order. */
    List<Caught> about(String subject, String to) {
        return all().stream()
                .filter(mail -> mail.subject().contains(subject) && mail.to().contains(to))
                .toList();
    }

    private List<Caught> all() {
        return numbers().stream()
                .filter(number -> number > before)
                .map(number -> read(folder.resolve(number + ENDING)))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Long> numbers() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> Long.valueOf(name.substring(0, name.length() - ENDING.length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return null if the catcher has just deleted it */
    private static @Nullable Caught read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage mail = new MimeMessage(null, in);
            Address[] to = Objects.requireNonNullElse(mail.getAllRecipients(), new Address[0]);
            return new Caught(
                    Objects.requireNonNullElse(mail.getMessageID(), ""),
                    Arrays.stream(to).map(CaughtMails::bare).toList(),
                    Objects.requireNonNullElse(mail.getSubject(), ""),
                    Objects.requireNonNullElse(mail.getHeader("Auto-Submitted", ""), ""));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static String bare(Address address) {
        return ((jakarta.mail.internet.InternetAddress) address).getAddress();
    }
}
