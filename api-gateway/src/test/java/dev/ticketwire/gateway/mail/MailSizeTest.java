package dev.ticketwire.gateway.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.contract.problem.Refused;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Time and memory that mails of the largest allowed size take. */
class MailSizeTest {
    private static final String FROM = "From: Nina New <nina@example.org>\n";
    private static final int HEADERS = 256 << 10;
    private static final int MEGABYTE = 1 << 20;

    private final MailReader reader = TestMails.reader(20, HEADERS);

    static List<String> slowHeaders() {
        String type = "Content-Type: text/plain; charset=";
        return List.of(
                type + "x".repeat(90_000) + "\n" + "To: a@b.c\n".repeat(16_000),
                type + "x".repeat(90_000) + "\n" + "Cc: é@b.c\n".repeat(16_000),
                type + "utf-8" + "; a=b".repeat(18_000) + "\n" + "Reply-To: é@b.c\n".repeat(10_000),
                "To: <" + "x".repeat(100_000) + "> " + "<a> ".repeat(35_000) + "\n",
                "To: <" + " ".repeat(100_000) + "> " + "<a> ".repeat(35_000) + "\n",
                "To: <\"" + ",<\\\"".repeat(60_000) + "\"\n",
                "To: <\"" + ",<\\\"\"\"".repeat(40_000) + ">\"\n",
                "Delivered-To:\n".repeat(18_000),
                "a:\n".repeat(85_000));
    }

    @ParameterizedTest
    @MethodSource("slowHeaders")
    void headersMadeToBeSlowAreNot(String headers) {
        assertThat(headers.length()).isBetween(240_000, HEADERS - 100);
        long start = System.nanoTime();

        assertThat(read(FROM + headers + "\nx").body()).isEqualTo("x");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "win", "cp0", "-"})
    void aCharsetThatIsNoNameIsUnknown(String piece) {
        String mail = "Content-Type: text/plain; charset=" + piece.repeat(80_000 / piece.length())
                + "\n\nGr\u00c3\u00bc\u00c3\u009fe";

        assertThat(read(FROM + mail).body()).isEqualTo("Grüße");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 18})
    void nestedPartsShareTheBytesOfTheMail(int levels) {
        byte[] mail = nested(
                        levels,
                        "Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n"
                                + ("QUFB".repeat(19) + "\n").repeat(20 * MEGABYTE / 77))
                .getBytes(ISO_8859_1);
        long before = allocated();

        assertThat(reader.read(mail, "192.0.2.7").attachments()).hasSize(1);
        assertThat(allocated() - before).isLessThan(6L * mail.length);
    }

    @Test
    void encodedContainersAreNotDecodedAgainAndAgain() {
        String mail = "Content-Type: text/plain\n\n" + ("text ".repeat(15) + "\n").repeat(5 * MEGABYTE / 76);
        for (int i = 0; i < 18; i++) {
            mail = "Content-Type: multipart/mixed; boundary=b" + i + "\nContent-Transfer-Encoding: quoted-printable\n\n"
                    + ("--b" + i + "\n" + mail + "\n--b" + i + "--\n")
                            .replace("=", "=3D")
                            .replace("\n--b", "\n=2D-b")
                            .replaceFirst("--b", "=2D-b");
        }
        byte[] sent = (FROM + mail).getBytes(ISO_8859_1);
        long before = allocated();

        assertThat(reader.read(sent, "192.0.2.7").body()).isNotEmpty();
        assertThat(allocated() - before).isLessThan(40L * sent.length);
    }

    static Stream<String> attachedMails() {
        String headers = "Subject: inner\nMessage-ID: <1@a>\n";
        return Stream.of(
                "Content-Type: message/rfc822\n\n" + headers + "%s\nx",
                "Content-Type: message/rfc822\nContent-Disposition: attachment\n\n" + headers + "%s\nx",
                "Content-Type: text/rfc822-headers\n\n" + headers + "%s\n");
    }

    @ParameterizedTest
    @MethodSource("attachedMails")
    void anAttachedMailWithEndlessHeadersStaysAFile(String attached) {
        String head = FROM + "Return-Path: <>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ncover\n--b\n";
        ReceiveMail shortHeaders = read(head + attached.formatted("X: y\n") + "\n--b--\n");
        ReceiveMail longHeaders = read(head + attached.formatted("X: y\n".repeat(60_000)) + "\n--b--\n");

        assertThat(shortHeaders.returned()).containsExactly("<1@a>");
        assertThat(longHeaders.returned()).isEmpty();
        assertThat(longHeaders.body()).isEqualTo("cover");
        Attachment file = longHeaders.attachments().get(0);
        assertThat(file.name()).isIn("message.eml", "attachment-1.rfc822-headers");
        assertThat(file.data()).hasSizeGreaterThan(HEADERS).asString().startsWith("Subject: inner");
    }

    @Test
    void aMailThatIsAnotherWithEndlessHeadersHasItAsAFile() {
        ReceiveMail mail = read(FROM + "Content-Type: message/rfc822\n\n" + "X: y\n".repeat(60_000) + "\nx");

        assertThat(mail.body()).isEmpty();
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("message.eml");
    }

    @Test
    void aPartWithEndlessHeadersIsAFile() {
        ReceiveMail mail = read(FROM + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\ncover\n--b\n"
                + "Content-Type: text/plain\n" + "X: y\n".repeat(60_000) + "\nx\n--b--\n");

        assertThat(mail.body()).isEqualTo("cover");
        assertThat(mail.attachments()).extracting(Attachment::type).containsExactly("application/octet-stream");
        assertThat(mail.attachments().get(0).data()).asString().startsWith("Content-Type: text/plain\nX: y\n");
    }

    @Test
    void endlessHeadersAreRefusedBeforeTheyAreParsed() {
        byte[] mail = (FROM + "a:\n".repeat(7 * MEGABYTE) + "\nx").getBytes(ISO_8859_1);
        long before = allocated();

        assertThat(catchThrowableOfType(Refused.class, () -> reader.read(mail, "192.0.2.7"))
                        .refusal().code())
                .isEqualTo("mail-headers-too-large");
        assertThat(allocated() - before).isLessThan(MEGABYTE);
    }

    private static String nested(int levels, String part) {
        StringBuilder mail = new StringBuilder(FROM);
        for (int i = 0; i < levels; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        return mail.append(part).toString();
    }

    /** Bytes that this thread has allocated since it was started. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private ReceiveMail read(String latin1) {
        return reader.read(latin1.getBytes(ISO_8859_1), "192.0.2.7");
    }
}
