package dev.ticketwire.gateway.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.contract.problem.Refused;
import org.junit.jupiter.api.Test;

/** What the parts of a mail become: its text, or files. */
class MailPartsTest {
    private static final String HEAD = "From: Nina New <nina@example.org>\nMIME-Version: 1.0\n";
    private static final String PLAIN = "Content-Type: text/plain; charset=utf-8\n\nplain text\n";
    private static final String HTML = "Content-Type: text/html; charset=utf-8\n\n<p>html text</p>\n";
    private static final String IMAGE = "Content-Type: image/png; name=logo.png\nContent-Transfer-Encoding: base64\n"
            + "Content-ID: <logo@1>\nContent-Disposition: inline\n\naGVsbG8=\n";

    private final MailReader reader = TestMails.reader();

    @Test
    void ofAlternativesHtmlIsTaken() {
        ReceiveMail mail = read(multipart("alternative", "b", PLAIN, HTML));

        assertThat(mail.format()).isEqualTo("html");
        assertThat(mail.body()).isEqualTo("<p>html text</p>");
        assertThat(read(multipart("alternative", "b", HTML, PLAIN)).body()).isEqualTo("<p>html text</p>");
    }

    @Test
    void anotherKindOfTextIsNoAlternative() {
        ReceiveMail mail = read(multipart(
                "alternative",
                "b",
                PLAIN,
                "Content-Type: text/enriched\n\n<bold>x</bold>\n",
                "Content-Type: text/html\n\n \n"));

        assertThat(mail.format()).isEqualTo("text");
        assertThat(mail.body()).isEqualTo("plain text");
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void nestedPartsAreReadAsOne() {
        String alternative = multipart("alternative", "in", PLAIN, HTML);
        ReceiveMail mail = read(multipart(
                "mixed",
                "out",
                alternative,
                IMAGE.replace("inline", "attachment"),
                "Content-Type: text/plain\n\nfooter <1>\n"));

        assertThat(mail.format()).isEqualTo("html");
        assertThat(mail.body()).isEqualTo("<p>html text</p>\n<p>footer &lt;1&gt;</p>");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("logo.png");
    }

    @Test
    void plainPartsAreJoined() {
        ReceiveMail mail = read(multipart("mixed", "b", PLAIN, "Content-Type: text/plain\n\nmore\n"));

        assertThat(mail.format()).isEqualTo("text");
        assertThat(mail.body()).isEqualTo("plain text\n\nmore");
    }

    @Test
    void picturesStayFilesThatTheTextNames() {
        String html = "Content-Type: text/html\n\n<img src=\"cid:logo@1\"><img src='CID:logo%401'>\n";
        ReceiveMail mail = read(multipart("related", "b", html, IMAGE, IMAGE.replace("<logo@1>", "<LOGO@2> (two)")));

        assertThat(mail.body()).isEqualTo("<img src=\"cid:logo@1\"><img src='CID:logo%401'>");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("logo.png", "logo.png");
        assertThat(mail.attachments()).extracting(Attachment::contentId).containsExactly("logo@1", "LOGO@2");
        assertThat(read(multipart("related", "b", PLAIN, IMAGE)).attachments()).hasSize(1);
    }

    @Test
    void everyFileSaysByWhatTheTextMayShowIt() {
        assertThat(only(file("Content-Type: application/octet-stream; name=x\nContent-ID: <x@y>"))
                        .contentId())
                .isEqualTo("x@y");
        assertThat(only(file("Content-Type: application/pdf; name=x\nContent-ID: <>"))
                        .contentId())
                .isNull();
    }

    @Test
    void aFileKeepsTypeAndBytesAndGetsACleanName() {
        Attachment file = only(file("Content-Type: Application/PDF; name=\"x.pdf\"\n"
                + "Content-Disposition: attachment; filename=\"../../etc/report.pdf\""));

        assertThat(file.name()).isEqualTo("report.pdf");
        assertThat(file.type()).isEqualTo("application/pdf");
        assertThat(file.data()).asString().isEqualTo("hello");
        assertThat(file.problem()).isNull();
    }

    @Test
    void namesInEveryEncodingAreDecoded() {
        assertThat(only(file("Content-Disposition: attachment; filename*=UTF-8''Gr%C3%BC%C3%9Fe.txt"))
                        .name())
                .isEqualTo("Grüße.txt");
        assertThat(only(file("Content-Disposition: attachment; filename*0*=UTF-8''Gr%C3%BC; filename*1=sse.txt"))
                        .name())
                .isEqualTo("Grüsse.txt");
        assertThat(only(file("Content-Disposition: attachment; filename=\"=?UTF-8?Q?Gr=C3=BC=C3=9Fe=2Etxt?=\""))
                        .name())
                .isEqualTo("Grüße.txt");
        assertThat(only(file("Content-Disposition: attachment; filename=Grüße heute.txt"))
                        .name())
                .isEqualTo("Grüße heute.txt");
        assertThat(only(file("Content-Type: image/png; name=\"=?ISO-8859-1?Q?B=E4r.png?=\""))
                        .name())
                .isEqualTo("Bär.png");
    }

    @Test
    void aFileWithoutANameGetsOne() {
        assertThat(only(file("Content-Type: image/png")).name()).isEqualTo("attachment-1.png");
        assertThat(only(file("Content-Type: text/calendar; method=REQUEST")).name())
                .isEqualTo("attachment-1.ics");
        assertThat(only(file("Content-Disposition: attachment")).name()).isEqualTo("attachment-1.plain");
    }

    @Test
    void aMailInAMailIsAFile() {
        ReceiveMail mail = read(multipart(
                "mixed",
                "b",
                PLAIN,
                "Content-Type: message/rfc822\n\nFrom: x@y.example\nSubject: inner\n\ninner text\n"));

        assertThat(mail.body()).isEqualTo("plain text");
        assertThat(mail.attachments().get(0).name()).isEqualTo("inner.eml");
        assertThat(mail.attachments().get(0).data()).asString().startsWith("From: x@y.example\nSubject: inner\n");
    }

    @Test
    void aFileWithNothingInItIsSaidToBe() {
        ReceiveMail mail = read(multipart("mixed", "b", PLAIN, "Content-Type: text/csv; name=none.csv\n\n"));

        assertThat(mail.attachments().get(0).problem()).isEqualTo("Unable to save attachment");
    }

    @Test
    void aMailThatIsOneFileHasNoText() {
        ReceiveMail mail =
                read("Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\naGVsbG8=\n");

        assertThat(mail.body()).isEmpty();
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("a.pdf");
    }

    @Test
    void aMissingBoundaryIsGuessedOrTheWholeIsText() {
        String guessed = multipart("mixed", "b", PLAIN, HTML).replace("; boundary=\"b\"", "");

        assertThat(read(guessed).body()).contains("<p>html text</p>");
        assertThat(read("Content-Type: multipart/mixed; boundary=none\n\njust text\n")
                        .body())
                .isEqualTo("just text");
        assertThat(read("Content-Type: multipart/mixed\n\njust text\n").body()).isEqualTo("just text");
        assertThat(read("Content-Type: multipart/mixed; boundary=b\n\n").body()).isEmpty();
    }

    @Test
    void aMailThatIsCutOffIsReadUntilThere() {
        String mail = multipart("mixed", "b", PLAIN, IMAGE);

        assertThat(read(mail.substring(0, mail.length() - 10)).body()).isEqualTo("plain text");
    }

    @Test
    void aContentTypeThatIsNoneIsText() {
        assertThat(read("Content-Type: text\n\nHello\n").body()).isEqualTo("Hello");
        assertThat(read("Content-Type: text/html; charset\n\n<p>Hello</p>\n").format())
                .isEqualTo("html");
        assertThat(read("Content-Type: ;;;\n\nHello\n").body()).isEqualTo("Hello");
    }

    @Test
    void partsMayNotBeNestedForever() {
        String mail = PLAIN;
        for (int i = 0; i < 6; i++) {
            mail = multipart("mixed", "b" + i, mail);
        }
        Refused refused = refused(mail);

        assertThat(refused.refusal().status()).isEqualTo(413);
        assertThat(refused.refusal().code()).isEqualTo("mail-too-deep");
    }

    @Test
    void aMailOfNothingButBoundariesIsRefused() {
        Refused refused = refused("Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n".repeat(60));

        assertThat(refused.refusal().status()).isEqualTo(413);
        assertThat(refused.refusal().code()).isEqualTo("mail-too-many-parts");
    }

    private static String multipart(String subtype, String boundary, String... parts) {
        StringBuilder mail =
                new StringBuilder("Content-Type: multipart/" + subtype + "; boundary=\"" + boundary + "\"\n\n");
        for (String part : parts) {
            mail.append("--").append(boundary).append('\n').append(part).append('\n');
        }
        return mail.append("--").append(boundary).append("--\n").toString();
    }

    private static String file(String headers) {
        return multipart("mixed", "b", PLAIN, headers + "\nContent-Transfer-Encoding: base64\n\naGVsbG8=\n");
    }

    private Attachment only(String mail) {
        ReceiveMail read = read(mail);
        assertThat(read.attachments()).hasSize(1);
        return read.attachments().get(0);
    }

    private ReceiveMail read(String rest) {
        return reader.read((HEAD + rest).getBytes(UTF_8), "192.0.2.7");
    }

    private Refused refused(String rest) {
        return catchThrowableOfType(Refused.class, () -> read(rest));
    }
}
