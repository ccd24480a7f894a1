package dev.ticketwire.gateway.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.contract.problem.Refused;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts and parameters as they occur, against the rules too. */
class MailStructureTest {
    private static final String HEAD = "From: Nina New <nina@example.org>\nMIME-Version: 1.0\n";
    private static final String PARTS = "preamble\n--%1$s\nContent-Type: text/plain\n\nSee file.\n--%1$s\n"
            + "Content-Type: application/pdf; name=a.pdf\n\nhello\n--%1$s--\n";

    private final MailReader reader = TestMails.reader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body></body></html>",
                "<br>",
                "<!-- nothing -->",
                "<!DOCTYPE html><html><head><title>x</title></head></html>",
                "<style>p { color: red }</style><script>go()</script>",
                "<div><br></div>",
                "<p>&nbsp;</p>",
                "<p>&#8203;&shy;</p>",
                "<div class=\"mid-1@a\"></div>",
                "<img src=\"https://track.example/1.gif\" width=1>",
                "<template>x</template>",
            })
    void htmlThatShowsNothingHidesNoText(String html) {
        String both = "\n\n--b\n\nHello\n--b\nContent-Type: text/html\n\n" + html + "\n--b--\n";
        for (String type : new String[] {"alternative", "mixed", "related"}) {
            ReceiveMail mail = read("Content-Type: multipart/" + type + "; boundary=b" + both);

            assertThat(mail.body()).isEqualTo("Hello");
            assertThat(mail.format()).isEqualTo("text");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>x</p>",
                "x",
                "<img src=cid:1@a>",
                "<IMG SRC=\" data:image/png;base64,AAAA\">",
                "<p>&nbsp;&euro;</p>"
            })
    void htmlThatShowsSomethingIsPreferred(String html) {
        ReceiveMail mail = read("Content-Type: multipart/alternative; boundary=b\n\n--b\n\nHello\n--b\n"
                + "Content-Type: text/html\n\n" + html + "\n--b--\n");

        assertThat(mail.body()).isEqualTo(html);
    }

    @Test
    void picturesFromElsewhereAreTheTextWhereThereIsNoOther() {
        ReceiveMail mail = read("Content-Type: text/html\n\n<img src=\"https://news.example/1.png\">\n");

        assertThat(mail.format()).isEqualTo("html");
        assertThat(mail.body()).contains("news.example");
    }

    @Test
    void partsOfADigestAreMailsUnlessTheySayOtherwise() {
        ReceiveMail mail = read(
                "Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: one\n\nFirst\n--b\n"
                        + "Content-Type: message/rfc822\n\nSubject: two\n\nSecond\n--b\nContent-Type: text/plain\n\nHello\n--b--\n");

        assertThat(mail.body()).isEqualTo("Hello");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("one.eml", "two.eml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "boundary=----=_Part_1:2/3?(x | ----=_Part_1:2/3?(x",
                "boundary=B B,C | B B,C",
                "boundary=\"BB\"; type=text/html | BB",
                "type=text/html; boundary=BB | BB",
                "type=\"text/html; boundary=BB | BB",
                "boundary=\"BB | BB",
                "boundary=BB\" | BB",
                "boundary='BB' | BB",
                "boundary=<BB> | BB",
                "boundary = BB | BB",
                "BOUNDARY=BB | BB",
                "boundary=BB; boundary=CC | BB",
                "boundary=CC; boundary=BB | BB",
                "boundary=; boundary=BB | BB",
                "boundary=\"BB\"; boundary=\"BB\"; | BB",
                "charset=; boundary=BB | BB",
                "foo; boundary=BB | BB",
                "; boundary=BB;; | BB",
                "(c) boundary=BB (c) | BB",
                "boundary=\"BB\" charset=utf-8 | BB",
                "boundary*0=B; boundary*1=B | BB",
                "boundary*=us-ascii''B%42 | BB",
                "name=\"a\"b\"; boundary=BB | BB",
                "boundary=\"none\" | BB",
                "boundary=\"B\\\\B\" | B\\B",
            })
    void aBoundaryThatCanBeFoundIsUsed(String parameters, String boundary) {
        for (String start : new String[] {"multipart/mixed; ", "multipart/mixed;\n\t"}) {
            ReceiveMail mail = read("Content-Type: " + start + parameters + "\n\n" + PARTS.formatted(boundary));

            assertThat(mail.body()).isEqualTo("See file.");
            assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("a.pdf");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/mixed boundary=BB",
                "multipart/mixed, boundary=BB",
                "multipart/mixed",
                "Multipart/MIXED;BOUNDARY=BB",
                "\"multipart/mixed\"; boundary=BB"
            })
    void aMultipartIsKnownByItsType(String type) {
        ReceiveMail mail = read("Content-Type: " + type + "\n\n" + PARTS.formatted("BB"));

        assertThat(mail.body()).isEqualTo("See file.");
        assertThat(mail.attachments()).hasSize(1);
        assertThat(read("Content-Type: " + type + "\r\n\r\n"
                                + PARTS.formatted("BB").replace("\n", "\r\n"))
                        .body())
                .isEqualTo("See file.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html; charset=iso-8859-2; format=flowed",
                "text/html;charset=\"iso-8859-2",
                "text/html; charset='iso-8859-2'",
                "text/html; charset=\"iso-8859-2\" format=flowed",
                "text/html charset=iso-8859-2",
                "text/html; charset=iso-8859-2; charset=utf-8",
                "text/html; charset=; charset=iso-8859-2",
                "text/html; charset = iso-8859-2 (Latin 2)",
                "text/html; charset*=us-ascii''iso-8859-2",
                "TEXT/HTML; CHARSET=ISO8859_2"
            })
    void aCharsetIsReadFromParametersAsTheyOccur(String type) {
        ReceiveMail mail =
                read("Content-Type: " + type + "\nContent-Transfer-Encoding: quoted-printable\n\n<p>=B9</p>");

        assertThat(mail.format()).isEqualTo("html");
        assertThat(mail.body()).isEqualTo("<p>š</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attachment; filename=Grüße heute.txt | Grüße heute.txt",
                "attachment; filename=x [1].txt | x [1].txt",
                "attachment; filename=\"a;b.txt\" | a;b.txt",
                "attachment; filename=\"a \\\"b\\\".txt\" | a \"b\".txt",
                "attachment; filename=\"C:\\dir\\a.txt\" | a.txt",
                "attachment; filename=\"a.txt | a.txt",
                "attachment; filename=\"a.txt\" size=3 | a.txt",
                "attachment; filename=a.txt; filename=b.txt | a.txt",
                "attachment; filename=\"x.txt\"; filename*=utf-8''%C3%BC.txt | ü.txt",
                "attachment; filename*=utf-8''%C3%BC.txt; filename=\"x.txt\" | ü.txt",
                "attachment; filename*=\"UTF-8''y%20.txt\" | y .txt",
                "attachment; filename*=y%20.txt | y .txt",
                "attachment; filename*=iso-8859-8-i''%F9.txt | ש.txt",
                "attachment; filename*1=b.txt; filename*0=a | ab.txt",
                "attachment; filename*0*=UTF-8''a%C3; filename*1*=%BC.txt | aü.txt",
                "attachment; filename*0*=UTF-8''Gr%C3%BC; filename*1=sse.txt | Grüsse.txt",
                "attachment; filename==?UTF-8?Q?Gr=C3=BC=C3=9Fe=2Etxt?= | Grüße.txt",
                "attachment; filename=\"=?utf-8?B?w4Q=?= =?utf-8?B?w5w=?=.txt\" | ÄÜ.txt",
                "attachment; filename=\"=?utf-8?B?YcM?= =?utf-8?B?vC50eHQ?=\" | aü.txt",
                "attachment; FileName = a.txt | a.txt",
                "\"attachment\"; filename=a.txt | a.txt",
            })
    void aFileNameIsReadFromParametersAsTheyOccur(String disposition, String name) {
        ReceiveMail mail = read("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png\n"
                + "Content-Disposition: " + disposition + "\n\nx\n--b--\n");

        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain; name=message.txt | | true | false",
                "text/html; name=message.html | | true | false",
                "text/plain | inline | true | false",
                "text/plain | inline; filename=log.txt | true | true",
                "text/plain; name=log.txt | inline | true | true",
                "text/plain; name=log.txt | INLINE; size=4 | true | true",
                "text/html | inline; filename=a.html | true | true",
                "text/plain; name=log.txt | attachment | false | true",
                "text/plain | attachment; filename=log.txt | false | true",
                "text/html; name=a.html | Attachment | false | true",
                "text/csv; name=a.csv | | false | true",
                "text/calendar; method=REQUEST | | false | true"
            })
    void aTextIsReadUnlessItIsAttached(String type, String disposition, boolean read, boolean attached) {
        ReceiveMail mail = read("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nfirst\n--b\nContent-Type: " + type
                + "\n" + (disposition == null ? "" : "Content-Disposition: " + disposition + "\n")
                + "\nsecond\n--b--\n");

        assertThat(mail.body().contains("second")).isEqualTo(read);
        assertThat(mail.attachments()).hasSize(attached ? 1 : 0);
    }

    @Test
    void aPartWithoutHeadersIsText() {
        assertThat(read("Content-Type: multipart/mixed; boundary=b\n\n--b\nHello there\nmore\n--b--\n")
                        .body())
                .isEqualTo("Hello there\nmore");
    }

    @Test
    void aBoundaryThatBeginsLikeAnotherIsNotTakenForIt() {
        String inner = "Content-Type: multipart/alternative; boundary=b1\n\n--b1\n\ninner\n--b1--\n";

        assertThat(read("Content-Type: multipart/mixed; boundary=b\n\n--b\n" + inner + "\n--b\n\nouter\n--b--\n")
                        .body())
                .isEqualTo("inner\n\nouter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base64", "BASE64;"})
    void aContainerThatWasEncodedAsAWholeIsRead(String encoding) {
        String parts =
                Base64.getMimeEncoder().encodeToString(PARTS.formatted("BB").getBytes(UTF_8));
        ReceiveMail mail = read(
                "Content-Type: multipart/mixed; boundary=BB\nContent-Transfer-Encoding: " + encoding + "\n\n" + parts);

        assertThat(mail.body()).isEqualTo("See file.");
        assertThat(mail.attachments()).hasSize(1);
    }

    @Test
    void anEncodedContainerMayNotHaveMoreParts() {
        String parts =
                Base64.getMimeEncoder().encodeToString("--b\n\n".repeat(60).getBytes(UTF_8));
        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> read("Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: base64\n\n" + parts));

        assertThat(refused.refusal().status()).isEqualTo(413);
        assertThat(refused.refusal().code()).isEqualTo("mail-too-many-parts");
    }

    @Test
    void aMailThatIsAnotherMailHasItsText() {
        ReceiveMail mail = read("Subject: outer\nContent-Type: message/rfc822\n\nFrom: Karl <karl@example.net>\n"
                + "Subject: inner\nMessage-ID: <i@x>\nContent-Type: multipart/mixed; boundary=BB\n\n"
                + PARTS.formatted("BB"));

        assertThat(mail.sender().email()).isEqualTo("nina@example.org");
        assertThat(mail.subject()).isEqualTo("outer");
        assertThat(mail.body()).isEqualTo("See file.");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("a.pdf");
    }

    @Test
    void mailsInMailsInMailsEndSomewhere() {
        String mail = "Content-Type: message/rfc822\n\n".repeat(10) + "x";

        assertThat(catchThrowableOfType(Refused.class, () -> read(mail)).refusal().code()).isEqualTo("mail-too-deep");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Subject: =?utf-8?Q?Gr=C3=B6=C3=9Fe?= | Größe.eml",
                "Subject: Re: a/b\\c | Re: a_b_c.eml",
                "Subject: | message.eml",
                "X-Other: y | message.eml"
            })
    void anAttachedMailIsNamedByItsSubject(String subject, String name) {
        String inner = "From: x@y.example\n" + subject + "\n\ninner\n";
        String encoded = Base64.getEncoder().encodeToString(inner.getBytes(UTF_8));

        assertThat(attached("Content-Type: message/rfc822\n\n" + inner).name()).isEqualTo(name);
        assertThat(attached("Content-Type: message/rfc822\nContent-Disposition: attachment\n"
                                + "Content-Transfer-Encoding: base64\n\n" + encoded)
                        .name())
                .isEqualTo(name);
        assertThat(attached("Content-Type: message/rfc822; name=own.eml\n\n" + inner)
                        .name())
                .isEqualTo("own.eml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "; x=\"",
                ";",
                "; a*0*=b",
                "=\"a\" b=",
                "(",
                "\"",
                "; a=b",
                "*",
                "\\\"",
                "=?utf-8?Q?",
                " ",
                "multipart/mixed;"
            })
    void aTypeMadeToBeSlowIsNot(String piece) {
        String mail = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain"
                + piece.repeat(500_000 / piece.length()) + "\n\nx\n--b--\n";
        long start = System.nanoTime();

        assertThat(TestMails.reader(5, 600_000).read((HEAD + mail).getBytes(UTF_8), "192.0.2.7"))
                .isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private Attachment attached(String part) {
        ReceiveMail mail =
                read("Content-Type: multipart/mixed; boundary=b\n\n--b\n\ncover\n--b\n" + part + "\n--b--\n");
        assertThat(mail.body()).isEqualTo("cover");
        assertThat(mail.attachments()).hasSize(1);
        return mail.attachments().get(0);
    }

    private ReceiveMail read(String rest) {
        return reader.read((HEAD + rest).getBytes(UTF_8), "192.0.2.7");
    }
}
