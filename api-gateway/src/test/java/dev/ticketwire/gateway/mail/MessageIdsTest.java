package dev.ticketwire.gateway.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The marks of our own mails in the text that answers them. */
class MessageIdsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=\"mid-B1-x@y.example\">",
                "<div style='x' class='a mid-B1-x@y.example b'>",
                "<div class=mid-B1-x@y.example>",
                "<DIV CLASS = \"mid-B1-x@y.example\" style=\"display:none\">",
                "<blockquote><div class=\"m_-123456mid-B1-x@y.example\">",
                "<div class=\"x_mid-B1-x@y.example\">",
                "<div class=\"x_x_mid-B1-x@y.example\">",
                "<div class=\"yiv1234567890mid-B1-x@y.example\">",
                "<div class=\"x_yiv1234567890mid-B1-x@y.example x_a\">",
                "<div class=\"gmail_quote m_12mid-B1-x&#64;y.example\">"
            })
    void theMarkInHtmlIsFound(String html) {
        assertThat(MessageIds.quoted(List.of("<p>Hi</p>" + html + "</div>"), List.of()))
                .containsExactly("<B1-x@y.example>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ref-Mid: B1-x@y.example",
                "Hello\n\nRef-Mid: B1-x@y.example\n\n \n",
                "Hello\n\n> Ref-Mid: B1-x@y.example\n>\n> \n",
                ">> ref-mid: <B1-x@y.example>\r\n",
                "Hello\n> Ref-Mid:\n> B1-x@y.example\n",
                "| Ref-Mid: B1-x@y.example",
                "Ref-Mid: B1-x@y.example<mailto:B1-x@y.example>",
                "> Ref-Mid: B1-x@y.example <mailto:B1-x@y.example>",
                "Ref-Mid: <mailto:B1-x@y.example>"
            })
    void theLastLineOfTheTextIsFound(String text) {
        assertThat(MessageIds.quoted(List.of(), List.of(text))).containsExactly("<B1-x@y.example>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ref-Mid: B1-x@y.example\nand more",
                "I saw Ref-Mid: B1-x@y.example",
                "Ref-Mid:",
                "",
                "class=mid-x"
            })
    void elsewhereItIsText(String text) {
        assertThat(MessageIds.quoted(List.of("<p>mid-B1@x</p>"), List.of(text))).isEmpty();
    }

    @Test
    void bothAreFoundWhicheverPartIsTheBody() {
        String mail =
                "From: n@x.example\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nHi\nRef-Mid: 1@a\n--b\n"
                        + "Content-Type: text/html\n\n<p>Hi</p><i class=\"mid-2@a\"></i>\n--b--\n";

        assertThat(TestMails.reader().read(mail.getBytes(UTF_8), "i").quoted()).containsExactly("<2@a>", "<1@a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class=",
                "class=a ",
                "class=\" ",
                "class=x_",
                "class=yiv1",
                "x_x_x_",
                "mid-",
                "class=mid-",
                ">",
                "\nMessage-ID: <a",
                "References: <a> ",
                " ",
                "\n>"
            })
    void aTextMadeToBeSlowIsNot(String piece) {
        String text = piece.repeat(4_000_000 / piece.length());
        long start = System.nanoTime();

        assertThat(MessageIds.quoted(List.of(text), List.of(text))).hasSizeLessThanOrEqualTo(1001);
        assertThat(MessageIds.returned(Set.of(), List.of(text))).hasSizeLessThanOrEqualTo(1000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
}
