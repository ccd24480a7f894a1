package dev.ticketwire.command.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.body.BodyFormat;
import dev.ticketwire.osticket.html.BodySettings;
import dev.ticketwire.osticket.html.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTextTest {
    private static final String LINE = "-- above this --";

    @Test
    void whatIsQuotedBelowTheLineGoes() {
        assertThat(text("It works.\n\n-- above this --\nYou wrote")).isEqualTo("It works.");
    }

    @Test
    void aQuotedLineGoesWithWhoWasQuoted() {
        assertThat(text("It works.\n\nOn Monday, we wrote:\n> \n> -- above this --\n> Hi"))
                .isEqualTo("It works.");
    }

    @Test
    void aListBeforeAnUnquotedLineStays() {
        assertThat(text("I tried this:\n-- above this --\nHi")).isEqualTo("I tried this:");
    }

    @Test
    void anAnswerBelowTheLineStaysWhole() {
        assertThat(text("> -- above this --\n> Hi\nIt works.")).endsWith("It works.");
    }

    @Test
    void theTextAboveTheLineIsKnownAsSent() {
        assertThat(written("It <b>works</b>.\n-- above this --\nHi")).isEqualTo("It <b>works</b>.");
        assertThat(written("-- above this --\nHi")).isEqualTo("-- above this --\nHi");
        assertThat(written("Hi")).isEqualTo("Hi");
    }

    private static String written(String text) {
        return ReplyText.written(text, BodyFormat.TEXT, "-- above this --", BodySettings.of(true, ""), Pictures.NONE);
    }

    @Test
    void markupIsBalancedAgain() {
        assertThat(of("<div><p>Yes</p><blockquote>-- above this --<p>Hi</p></blockquote></div>", BodyFormat.HTML))
                .isEqualTo("<div><p>Yes</p></div>");
    }

    @Test
    void withoutALineNothingIsStripped() {
        assertThat(ReplyText.of("a\n-- above this --\nb", BodyFormat.TEXT, "", BodySettings.of(true, ""), Pictures.NONE)
                        .body()
                        .stored())
                .isEqualTo("a\n-- above this --\nb");
    }

    @ParameterizedTest
    @CsvSource({
        "<p>Hi <img src='cid:a'></p>-- above this --<img src='cid:b'>, b",
        "<p>Hi <img src='cid:a'></p>-- above this --<img src='cid:b'><img src='cid:a'>, b",
        "<p>Hi</p>-- above this --<img src='cid:b'><img src='cid:b'>, b",
        "<p>Hi</p>-- above this --<a href='cid:b'>x</a>, ''",
        "<p>Hi <img src='cid:a'></p>, ''",
        "-- above this --<img src='cid:b'>, ''",
    })
    void picturesThatOnlyTheQuotedPartShowsAreKnown(String html, String quoted) {
        ReplyText answer = ReplyText.of(
                html,
                BodyFormat.HTML,
                LINE,
                BodySettings.of(true, ""),
                source -> source.startsWith("cid:") ? source.substring(4) : null);

        assertThat(String.join(" ", answer.quoted())).isEqualTo(quoted);
    }

    private static String text(String body) {
        return of(body, BodyFormat.TEXT);
    }

    private static String of(String body, BodyFormat format) {
        return ReplyText.of(body, format, LINE, BodySettings.of(true, ""), Pictures.NONE)
                .body()
                .stored();
    }
}
