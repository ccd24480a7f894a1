package dev.ticketwire.mail.letter;

import static dev.ticketwire.mail.letter.TestLetters.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.mail.letter.TestLetters.Draft;
import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailFile;
import dev.ticketwire.osticket.mail.MailType;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {
    private static final String KEY = "b56944cb4722cc5cda9d1e23a3ea7fbc";
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 0, '\r', '\n', (byte) 0xff};

    private final MemoryFiles files = new MemoryFiles();

    @Test
    void textAndHtmlAreAlternatives() throws Exception {
        ReadMail mail = read(MAIL);

        assertThat(mail.types()).containsExactly("multipart/alternative", "text/plain", "text/html");
        assertThat(mail.html()).isEqualTo("<p>Hello Bob</p>");
        assertThat(mail.text().lines())
                .containsExactly("Hello Bob", "", "Ref-Mid: Babcdef-rand1-AAAA-support@example.com");
    }

    @Test
    void picturesAreRelatedToTheAlternatives() throws Exception {
        files.with(KEY, "logo.png", "image/png", PICTURE);

        ReadMail mail = read(TestLetters.html("<p>Hi</p><img src='cid:" + KEY + "'>"));

        assertThat(mail.types())
                .containsExactly("multipart/related", "multipart/alternative", "text/plain", "text/html", "image/png");
        assertThat(mail.files()).containsExactly("logo.png image/png inline");
        assertThat(mail.contents()).containsExactly(PICTURE);
        assertThat(mail.header("Content-Type")).contains("type=\"multipart/alternative\"");
        assertThat(mail.html()).contains("src='cid:" + KEY + "@ticketwire'");
        assertThat(mail.raw()).contains("Content-ID: <" + KEY + "@ticketwire>");
    }

    @Test
    void attachedFilesMakeItMixedAndPicturesStandBesideThem() throws Exception {
        files.with(KEY, "logo.png", "image/png", PICTURE);
        files.with("other", "stored.txt", "text/plain", "a\r\nb".getBytes(StandardCharsets.UTF_8));

        ReadMail mail = read(new Draft()
                .html("<img src=\"cid:" + KEY + "\">")
                .files(new MailFile(2, "offer.txt"))
                .mail());

        assertThat(mail.types())
                .containsExactly(
                        "multipart/mixed",
                        "multipart/alternative",
                        "text/plain",
                        "text/html",
                        "image/png",
                        "text/plain");
        assertThat(mail.files()).containsExactly("logo.png image/png inline", "offer.txt text/plain attachment");
    }

    @Test
    void aFileThatIsShownIsNotAttachedAndOneThatIsMissingIsLeftOut() throws Exception {
        files.with(KEY, "logo.png", "image/png", PICTURE);

        ReadMail mail = read(new Draft()
                .html("<img src=\"cid:" + KEY + "\">")
                .files(new MailFile(1, "logo.png"), new MailFile(99, "gone.pdf"))
                .mail());

        assertThat(mail.files()).containsExactly("logo.png image/png inline");
    }

    @Test
    void picturesAreFoundInAnyAttributeAndCaseButNotInText() throws Exception {
        files.with(KEY, "logo.png", "image/png", PICTURE);
        String html = "<table background=CID:" + KEY.toUpperCase(java.util.Locale.ROOT) + "><tr><td style=\"background:"
                + "url(cid:" + KEY + ")\">cid:" + KEY + "</td></tr></table><img src=\"cid:missingmissingmissing\">";

        ReadMail mail = read(TestLetters.html(html));

        assertThat(mail.files()).hasSize(1);
        assertThat(mail.html())
                .contains("background=cid:" + KEY + "@ticketwire>")
                .contains("url(cid:" + KEY + "@ticketwire)")
                .contains(">cid:" + KEY + "</td>")
                .contains("\"cid:missingmissingmissing\"");
    }

    @Test
    void aMailOfTextAloneIsSentAsItIs() throws Exception {
        ReadMail mail = read(new Draft()
                .text("Grüße\n\nhttp://help.example.com/")
                .type(MailType.LOG_MAIL)
                .mail());

        assertThat(mail.types()).containsExactly("text/plain");
        assertThat(mail.text()).isEqualTo("Grüße\r\n\r\nhttp://help.example.com/");
        assertThat(mail.raw()).doesNotContain("Ref-Mid");
    }

    @Test
    void theSameMailGivesTheSameBytes() throws Exception {
        files.with(KEY, "logo.png", "image/png", PICTURE);
        StoredMail mail = TestLetters.html("<img src='cid:" + KEY + "'>");

        assertThat(TestLetters.bytes(mail, files)).isEqualTo(TestLetters.bytes(mail, files));
    }

    @ParameterizedTest
    @EnumSource(MailType.class)
    void guardHeadersSayWhatKindOfMailItIs(MailType type) throws Exception {
        ReadMail mail = read(new Draft().type(type).mail());

        switch (type.kind()) {
            case AUTO_REPLY -> {
                assertThat(mail.header("Precedence")).isEqualTo("auto_reply");
                assertThat(mail.header("X-Autoreply")).isEqualTo("yes");
                assertThat(mail.header("X-Auto-Response-Suppress")).isEqualTo("DR, RN, OOF, AutoReply");
                assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-replied");
            }
            case NOTICE -> {
                assertThat(mail.header("X-Auto-Response-Suppress")).isEqualTo("OOF, AutoReply");
                assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
                assertThat(mail.header("Precedence")).isNull();
            }
            case PLAIN -> assertThat(mail.raw()).doesNotContain("Auto-Submitted", "X-Auto", "Precedence");
        }
    }

    @Test
    void theDateIsThatOfTheChangeInTheZoneOfTheDatabase() throws Exception {
        ReadMail mail = read(MAIL);

        assertThat(mail.header("Date")).isEqualTo("Wed, 4 Jun 2025 10:15:00 +0200");
        assertThat(mail.header("Message-ID")).isEqualTo(MAIL.messageId());
        assertThat(mail.header("Reply-To")).isNull();
        assertThat(mail.header("Return-Path")).isNull();
        assertThat(mail.header("Sender")).isNull();
    }

    @Test
    void theSenderHasTheNameOfFrom() throws Exception {
        Letter letter = TestLetters.with(files).of(MAIL);

        ReadMail mail = new ReadMail(TestLetters.bytes(letter, "alerts@example.com", AddressForm.ASCII));

        assertThat(mail.header("Sender")).isEqualTo("Support <alerts@example.com>");
        assertThat(mail.header("From")).isEqualTo("Support <support@example.com>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bob Builder",
                "Çelik, Carol \"CC\" (she) \\ ",
                "O'Neil, \"Tip\" <tip>",
                "😀 Smile 👩‍👩‍👧‍👦 family",
                "=?utf-8?q?no=20word?=",
                "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
                "a.b@c, d"
            })
    void namesArriveAsTheyAre(String name) throws Exception {
        ReadMail mail = read(new Draft()
                .to(MailAddressee.to(name, "bob@example.com"), MailAddressee.cc(name, "carol@example.com"))
                .mail());

        InternetAddress to = (InternetAddress) mail.angus().getRecipients(RecipientType.TO)[0];
        assertThat(to.getPersonal()).isEqualTo(name.strip());
        assertThat(to.getAddress()).isEqualTo("bob@example.com");
        assertThat(mail.mime4j().getTo().flatten().getFirst().getName()).isEqualTo(name.strip());
        assertThat(mail.mime4j().getCc().flatten().getFirst().getAddress()).isEqualTo("carol@example.com");
        assertThat(mail.header("To")).matches("\\p{ASCII}*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain",
                "Re: Überlauf im Keller, bitte dringend kommen, das Wasser steht schon bis zur zweiten Stufe [#100001]",
                "=?utf-8?q?Bcc:=20you?=",
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
                "Several   blanks  stay"
            })
    void subjectsArriveAsTheyAre(String subject) throws Exception {
        ReadMail mail = read(new Draft().subject(subject).mail());

        assertThat(mail.angus().getSubject()).isEqualTo(subject);
        assertThat(mail.mime4j().getSubject()).isEqualTo(subject);
        assertThat(mail.header("Subject")).matches("\\p{ASCII}*");
    }

    @Test
    void longSubjectsAreFolded() throws Exception {
        ReadMail mail =
                read(new Draft().subject("word ".repeat(100) + "x".repeat(2000)).mail());

        assertThat(mail.raw().lines()).allMatch(line -> line.length() <= 998);
        assertThat(mail.angus().getSubject()).isEqualTo("word ".repeat(100) + "x".repeat(2000));
    }

    @Test
    void noValueCanAddAHeader() throws Exception {
        String evil = "x\r\nBcc: eve@example.com\n\tand\rmore\u0000\u2028";
        files.with(KEY, evil, evil, PICTURE);

        ReadMail mail = read(new Draft()
                .from(1, evil, "support@example.com" + evil)
                .to(MailAddressee.to(evil, "bob@example.com" + evil))
                .subject(evil)
                .html("<img src='cid:" + KEY + "'>")
                .answers("<a@b>" + evil, "<c@d>" + evil)
                .mail());

        assertThat(mail.header("Bcc")).isNull();
        assertThat(mail.raw().split("\r\n\r\n")[0])
                .doesNotContainPattern("(?m)^Bcc")
                .doesNotContain("\u0000");
        assertThat(mail.header("Subject")).isEqualTo("xBcc: eve@example.com andmore");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "offer.pdf",
                "Überblick (final); \"neu\".csv",
                "漢字の長い名前漢字の長い名前漢字の長い名前漢字の長い名前漢字の長い名前.txt",
                "it's 100% *new*.txt",
                "😀.png"
            })
    void fileNamesArriveAsTheyAre(String name) throws Exception {
        files.with("k", "stored", "application/pdf", PICTURE);

        ReadMail mail = read(new Draft().files(new MailFile(1, name)).mail());

        assertThat(mail.files()).containsExactly(name + " application/pdf attachment");
        assertThat(mail.namesByAngus()).containsExactly(name);
        assertThat(mail.raw().lines()).allMatch(line -> line.length() <= 998);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "message/rfc822", "multipart/mixed", "text/plain\r\nX: y", "a/b/c"})
    void typesThatCannotBeInBase64BecomeGeneralOnes(String type) throws Exception {
        files.with("k", "a.eml", type, PICTURE);

        ReadMail mail = read(new Draft().files(new MailFile(1, "a.eml")).mail());

        assertThat(mail.types().getLast()).isIn("application/octet-stream", "text/plainx");
        assertThat(mail.contents()).containsExactly(PICTURE);
    }

    @Test
    void longLinesAndStrayLineEndsAreEncoded() throws Exception {
        String html = "<p>" + "é".repeat(3000) + "</p>\n<p>.\n.\rFrom me</p>";

        ReadMail mail = read(TestLetters.html(html));

        assertThat(mail.raw().split("\r\n"))
                .allMatch(line -> line.length() <= 998)
                .noneMatch(line -> line.contains("\n"));
        assertThat(mail.html()).isEqualTo(html.replace("\r", "\n").replace("\n", "\r\n"));
    }

    @Test
    void bigFilesArriveComplete() throws Exception {
        byte[] content = new byte[3_000_000];
        new Random(1).nextBytes(content);
        files.with("k", "big.bin", "application/zip", content);

        assertThat(read(new Draft().files(new MailFile(1, "big.bin")).mail()).contents())
                .containsExactly(content);
    }

    @Test
    void idsAreFolded() throws Exception {
        String[] ids = new String[60];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = "<" + i + "-long-message-id@mail.example.com>";
        }

        ReadMail mail = read(new Draft()
                .answers("<59-long-message-id@mail.example.com>", ids)
                .mail());

        assertThat(String.valueOf(mail.header("References")).split(" ")).containsExactly(ids);
        assertThat(mail.header("In-Reply-To")).isEqualTo("<59-long-message-id@mail.example.com>");
        assertThat(mail.raw().lines()).allMatch(line -> line.length() <= 998);
    }

    @Test
    void domainsAreWrittenByIdnaAndLocalPartsNeedUtf8() throws Exception {
        Letter letter = TestLetters.with(files)
                .of(new Draft()
                        .to(MailAddressee.to("A", "a@bücher.example"), MailAddressee.to("", "ü@example.com"))
                        .mail());

        ReadMail ascii = new ReadMail(TestLetters.bytes(letter, null, AddressForm.ASCII));
        String utf8 = new String(TestLetters.bytes(letter, null, AddressForm.UTF8), StandardCharsets.UTF_8);

        assertThat(ascii.header("To")).isEqualTo("A <a@xn--bcher-kva.example>");
        assertThat(utf8).contains("To: A <a@bücher.example>, ü@example.com\r\n");
    }

    @Test
    void encodedWordsAreNoLongerThanTheyMayBe() throws Exception {
        ReadMail mail = read(new Draft().subject("ä".repeat(500)).mail());

        assertThat(List.of(String.valueOf(mail.header("Subject")).split(" "))).allMatch(word -> word.length() <= 75);
        assertThat(MimeUtility.decodeText(mail.header("Subject"))).isEqualTo("ä".repeat(500));
    }

    private ReadMail read(StoredMail mail) throws Exception {
        return new ReadMail(TestLetters.bytes(mail, files));
    }
}
