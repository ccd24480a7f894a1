package dev.ticketwire.gateway.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.contract.command.ReceiveMail.Address;
import dev.ticketwire.contract.command.ReceiveMail.Nature;
import dev.ticketwire.contract.problem.Refused;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the headers of a mail become, and its text where it is a single one. */
class MailReaderTest {
    private static final String FROM = "From: Nina New <nina@example.org>\n";

    private final MailReader reader = TestMails.reader();

    @Test
    void aPlainMailIsItsHeadersAndItsText() {
        ReceiveMail mail = read(
                "From: Nina New <nina@example.org>\r\nTo: support@example.com, Ops <ops@example.com>\r\n"
                        + "Cc: boss@example.com\r\nSubject: By mail\r\nMessage-ID: <1@example.org>\r\n\r\nHello by mail\r\nBye\r\n");

        assertThat(mail)
                .isEqualTo(new ReceiveMail(
                        new Address("Nina New", "nina@example.org"),
                        List.of(),
                        List.of(new Address("", "support@example.com"), new Address("Ops", "ops@example.com")),
                        List.of(new Address("", "boss@example.com")),
                        List.of(),
                        "By mail",
                        "Hello by mail\nBye",
                        "text",
                        List.of(),
                        "<1@example.org>",
                        List.of(),
                        List.of(),
                        List.of(),
                        "From: Nina New <nina@example.org>\nTo: support@example.com, Ops <ops@example.com>\n"
                                + "Cc: boss@example.com\nSubject: By mail\nMessage-ID: <1@example.org>",
                        Nature.PERSONAL,
                        "192.0.2.7"));
    }

    @Test
    void theSenderIsFromWhateverReplyToSays() {
        ReceiveMail mail = read(FROM + "Reply-To: Desk <desk@example.org>, other@example.org\n\nx");

        assertThat(mail.sender()).isEqualTo(new Address("Nina New", "nina@example.org"));
        assertThat(mail.replyTo())
                .containsExactly(new Address("Desk", "desk@example.org"), new Address("", "other@example.org"));
        assertThat(read(FROM + "Reply-To: nobody\n\nx").replyTo()).isEmpty();
    }

    @Test
    void whoSaysOnlyWhereToAnswerIsNobody() {
        assertThat(refused("Reply-To: desk@example.org\nSender: desk@example.org\n\nx".getBytes(UTF_8))
                        .refusal().status())
                .isEqualTo(400);
    }

    @Test
    void theMailboxesOfTheEnvelopeAreKept() {
        assertThat(read("Delivered-To: alerts@example.com\n" + FROM + "Delivered-To: <b@example.com>\n\nx")
                        .deliveredTo())
                .extracting(Address::email)
                .containsExactly("alerts@example.com", "b@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "no headers at all",
                "no headers at all\n\nand a text",
                "To: support@example.com\nSubject: s\n\nx",
                "From: nobody\n\nx",
                "From: <>\n\nx",
                "From: undisclosed-recipients:;\n\nx",
                "{\"name\": \"Nina New\", \"email\": \"nina@example.org\"}"
            })
    void aMailThatNobodySentIsRefusedInThePluginsWords(String mail) {
        Refused refused = refused(mail.getBytes(UTF_8));

        assertThat(refused.refusal().status()).isEqualTo(400);
        assertThat(refused.refusal().text())
                .isEqualTo("Unable to create new ticket :user\nIncomplete client information");
    }

    @Test
    void encodedWordsAreDecoded() {
        ReceiveMail mail = read("From: =?ISO-8859-1?Q?Bj=F6rn_=C5kesson?= <bjorn@example.org>\n"
                + "Subject: =?UTF-8?B?R3LDvMOfZQ==?=\n =?UTF-8?Q?_aus_K=C3=B6ln?=\n\nx");

        assertThat(mail.sender().name()).isEqualTo("Björn Åkesson");
        assertThat(mail.subject()).isEqualTo("Grüße aus Köln");
    }

    @Test
    void aWordInAnUnknownCharsetStaysAsItIs() {
        assertThat(read(FROM + "Subject: =?x-klingon?Q?Qapla?=\n\nx").subject()).isEqualTo("=?x-klingon?Q?Qapla?=");
        assertThat(read(FROM + "Subject: =?UTF-8?B?broken\n\nx").subject()).isEqualTo("=?UTF-8?B?broken");
    }

    @Test
    void headersInRawUtf8OrLatin1AreRead() {
        assertThat(reader.read((FROM + "Subject: Grüße\n\nx").getBytes(UTF_8), "i")
                        .subject())
                .isEqualTo("Grüße");
        assertThat(reader.read((FROM + "Subject: Grüße\n\nx").getBytes(ISO_8859_1), "i")
                        .subject())
                .isEqualTo("Grüße");
        assertThat(reader.read("From: Björn <b@example.org>\n\nx".getBytes(UTF_8), "i")
                        .sender()
                        .name())
                .isEqualTo("Björn");
    }

    @Test
    void aLongSubjectIsUnfolded() {
        assertThat(read(FROM + "Subject: one\r\n two\r\n\tthree\r\n\r\nx").subject())
                .isEqualTo("one two three");
    }

    @Test
    void theThreadIsReadFromTheNewestToTheOldest() {
        ReceiveMail mail = read(FROM + "Message-Id: 9@example.org\nIn-Reply-To: <3@a> (of Monday)\n"
                + "References: <1@a> <2@a>\n <3@a>\n\nx");

        assertThat(mail.messageId()).isEqualTo("<9@example.org>");
        assertThat(mail.references()).containsExactly("<3@a>", "<2@a>", "<1@a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Message-ID:\n", "Message-ID: <>\n", "Message-ID: not an id\n"})
    void withoutAMessageIdOneIsMadeOfTheHeadersTheSameEachTime(String header) {
        String id = read(FROM + header + "\nx").messageId();

        assertThat(id).matches("<[0-9a-f]{32}@local>");
        assertThat(read((FROM + header + "\nx").replace("\n", "\r\n")).messageId())
                .isEqualTo(id);
        assertThat(read(FROM + header + "Subject: another\n\nx").messageId()).isNotEqualTo(id);
    }

    @Test
    void aMailNamesAllTheMailsOfALongConversation() {
        StringBuilder references = new StringBuilder("References:");
        for (int i = 0; i < 150; i++) {
            references.append("\n <").append(i).append("@a>");
        }
        assertThat(read(FROM + references + "\n\nx").references())
                .hasSize(150)
                .startsWith("<149@a>")
                .endsWith("<0@a>");
    }

    @Test
    void headersInTheCharsetOfTheTextAreReadInIt() {
        String mail = FROM + "Subject: Привет\nContent-Type: text/plain; charset=windows-1251\n\nx";

        assertThat(reader.read(mail.getBytes(Charset.forName("windows-1251")), "i")
                        .subject())
                .isEqualTo("Привет");
    }

    @Test
    void aMailWithLinesEndedByCarriageReturnsAloneIsRead() {
        ReceiveMail mail = read((FROM + "Subject: old\n\none\ntwo").replace('\n', '\r'));

        assertThat(mail.subject()).isEqualTo("old");
        assertThat(mail.body()).isEqualTo("one\ntwo");
    }

    @ParameterizedTest
    @CsvSource({"ISO-2022-JP", "Shift_JIS", "UTF-8", "EUC-KR"})
    void aTextIsReadInItsCharset(String charset) {
        String text = charset.equals("EUC-KR") ? "안녕하세요" : "こんにちは";
        byte[] body = text.getBytes(Charset.forName(charset));
        String head = FROM + "Content-Type: text/plain; charset=\"" + charset + "\"\n"
                + "Content-Transfer-Encoding: base64\n\n";

        ReceiveMail mail = read(head + Base64.getMimeEncoder().encodeToString(body));

        assertThat(mail.body()).isEqualTo(text);
    }

    @Test
    void aCharsetThatIsUnknownOrWrongIsGuessed() {
        String head = FROM + "Content-Type: text/plain; charset=%s\n\nGrüße €";

        assertThat(reader.read(head.formatted("x-klingon").getBytes(UTF_8), "i").body())
                .isEqualTo("Grüße €");
        assertThat(reader.read(head.formatted("us-ascii").getBytes(UTF_8), "i").body())
                .isEqualTo("Grüße €");
        assertThat(reader.read(head.formatted("iso-8859-1").getBytes(Charset.forName("windows-1252")), "i")
                        .body())
                .isEqualTo("Grüße €");
        assertThat(reader.read((FROM + "\nGrüße").getBytes(ISO_8859_1), "i").body())
                .isEqualTo("Grüße");
    }

    @Test
    void quotedPrintableIsDecodedEvenWhereItIsBroken() {
        String head =
                FROM + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable;\n\n";

        assertThat(read(head + "Gr=C3=BC=C3=9Fe und ein sehr =\nlanger Satz").body())
                .isEqualTo("Grüße und ein sehr langer Satz");
        assertThat(read(head + "a  \r\nb=20 \nc= \r\nd=").body()).isEqualTo("a\nb \ncd");
        assertThat(read(head + "50 % = viel =ZZ ende =4").body()).isEqualTo("50 % = viel =ZZ ende =4");
    }

    @Test
    void brokenBase64GivesWhatCanBeRead() {
        String head = FROM + "Content-Transfer-Encoding: base64\n\n";

        assertThat(read(head + "SGVs\nbG8gd2!*9ybGQ").body()).isEqualTo("Hello world");
        assertThat(read(head + "SGVsbG8gd29ybGQhA").body()).startsWith("Hello world!");
        assertThat(read(head + "!!!").body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SGVsbG8=\nIHdvcmxk",
                "SGVsbG8=IHdvcmxk",
                "SGVsbG8gdw==\n\nb3JsZA==\n",
                "SGVsbG8=\n IHdvcmxk\n-- \nadded by a gateway\n"
            })
    void base64GoesOnBehindItsPadding(String encoded) {
        assertThat(read(FROM + "Content-Transfer-Encoding: base64\n\n" + encoded)
                        .body())
                .isEqualTo("Hello world");
    }

    @Test
    void aTextThatIsOnlySaidToBeBase64IsRead() {
        assertThat(read(FROM + "Content-Transfer-Encoding: base64\n\nHello,\n\nthe printer jams again.\n")
                        .body())
                .isEqualTo("Hello,\n\nthe printer jams again.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base64;",
                "base64 (comment)",
                "(comment) BASE64",
                "\"base64\"",
                "base64; x=y",
                "base-64",
                "x-base64"
            })
    void anEncodingIsKnownByItsFirstWord(String name) {
        assertThat(read(FROM + "Content-Transfer-Encoding: " + name + "\n\nSGVsbG8=")
                        .body())
                .isEqualTo("Hello");
    }

    @Test
    void uuencodedTextIsDecoded() {
        String head = FROM + "Content-Transfer-Encoding: x-uuencode\n\n";

        assertThat(read(head + "begin 644 test.txt\n+:&5L;&\\@=V]R;&0 \n`\nend\n")
                        .body())
                .isEqualTo("hello world");
        assertThat(read(head + "+:&5L;&\\@=V]R;&0\r\n`\r\n").body()).startsWith("hello worl");
    }

    @Test
    void anUnknownEncodingIsTakenForNone() {
        assertThat(read(FROM + "Content-Transfer-Encoding: rot13\n\nHello").body())
                .isEqualTo("Hello");
    }

    @Test
    void anEmptyMailHasAnEmptyText() {
        assertThat(read(FROM).body()).isEmpty();
        assertThat(read(FROM + "\n").body()).isEmpty();
        assertThat(read(FROM + "\n \n\n").body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\r\n",
                "\r\r\r\n",
            })
    void linesThatEndInSeveralCarriageReturnsAreLines(String end) {
        ReceiveMail mail =
                read(String.join(end, "From: Nina New <nina@example.org>", "Subject: s", "", "one", "two", ""));

        assertThat(mail.subject()).isEqualTo("s");
        assertThat(mail.body()).isEqualTo("one\ntwo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\r\n\r\n",
                "\u00EF\u00BB\u00BF",
                "\nFrom nina@example.org Wed Jun  4 10:15:00 2025\r\n",
                "From nina@example.org Wed Jun  4 10:15:00 2025\n\n",
            })
    void whatStandsBeforeTheFirstHeaderIsPassedOver(String before) {
        ReceiveMail mail = reader.read((before + FROM + "Subject: s\n\nHello").getBytes(ISO_8859_1), "192.0.2.7");

        assertThat(mail.sender().email()).isEqualTo("nina@example.org");
        assertThat(mail.subject()).isEqualTo("s");
        assertThat(mail.body()).isEqualTo("Hello");
    }

    @Test
    void aPartWithoutHeadersMayBeginWithAColonInItsFirstLine() {
        assertThat(read(FROM + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=aa\n\n"
                                + "--aa\nNote: this is text\nand more\n--aa--\n")
                        .body())
                .isEqualTo("Note: this is text\nand more");
    }

    @Test
    void theLineOfAMailboxFileIsNoHeader() {
        ReceiveMail mail = read("From nina@example.org Wed Jun  4 10:15:00 2025\n" + FROM + "\nHello");

        assertThat(mail.sender().email()).isEqualTo("nina@example.org");
        assertThat(mail.headers()).isEqualTo("From: Nina New <nina@example.org>");
    }

    @Test
    void linesThatAreNoHeadersAreKeptAsReceived() {
        ReceiveMail mail = read("garbage\n" + FROM + "Subject : spaced\n: nothing\n\nx");

        assertThat(mail.sender().email()).isEqualTo("nina@example.org");
        assertThat(mail.headers()).startsWith("garbage\nFrom: ");
    }

    @Test
    void addressesThatCannotBeParsedAreSearchedFor() {
        ReceiveMail mail = read(
                "From: \"Nina <nina@example.org\nTo: a@b.example; c@d.example\nCc: Friends: e@f.example, g@h.example;\n\nx");

        assertThat(mail.sender().email()).isEqualTo("nina@example.org");
        assertThat(mail.to()).extracting(Address::email).containsExactly("a@b.example", "c@d.example");
        assertThat(mail.copies()).extracting(Address::email).containsExactly("e@f.example", "g@h.example");
    }

    @Test
    void endlessHeadersAreRefused() {
        Refused refused = refused((FROM + "X-Long: " + "x".repeat(5000) + "\n\nx").getBytes(UTF_8));

        assertThat(refused.refusal().status()).isEqualTo(413);
        assertThat(refused.refusal().code()).isEqualTo("mail-headers-too-large");
        assertThat(refused.refusal().text()).contains("4000 bytes");
    }

    private ReceiveMail read(String mail) {
        return reader.read(mail.getBytes(UTF_8), "192.0.2.7");
    }

    private Refused refused(byte[] mail) {
        return catchThrowableOfType(Refused.class, () -> reader.read(mail, "192.0.2.7"));
    }
}
