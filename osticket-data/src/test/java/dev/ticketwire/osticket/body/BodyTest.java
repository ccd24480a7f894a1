package dev.ticketwire.osticket.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.html.BodySettings;
import dev.ticketwire.osticket.html.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    private static final BodySettings RICH = BodySettings.of(true, "");
    private static final BodySettings PLAIN = BodySettings.of(false, "");
    private static final String MIXED =
            "# Title\n\nSome **bold** and `code`.\n\n- a\n- b\n\n<b>html</b> <script>alert(1)</script>\n";

    @Test
    void anUnlabelledMessageIsCleanedHtml() {
        Body body = Body.ofMessage(MIXED, null, RICH);

        assertThat(body.stored()).isEqualTo("# Title\n\nSome **bold** and `code`.\n\n- a\n- b\n\n<b>html</b>\n");
        assertThat(body.format()).isEqualTo(BodyFormat.HTML);
        assertThat(body.isBalanced()).isTrue();
        assertThat(body.searchText()).isEqualTo("# Title Some **bold** and `code`. - a - b html");
    }

    @Test
    void markdownIsStoredUnchanged() {
        Body body = Body.ofMessage(MIXED, BodyFormat.MARKDOWN, RICH);

        assertThat(body.stored()).isEqualTo(MIXED);
        assertThat(body.format()).isEqualTo(BodyFormat.MARKDOWN);
        assertThat(body.isBalanced()).isTrue();
        assertThat(body.searchText()).isEqualTo("Title Some bold and code . a b <b>html</b> <script>alert(1)</script>");
    }

    @Test
    void textIsEscaped() {
        Body body = Body.ofMessage(MIXED, BodyFormat.TEXT, RICH);

        assertThat(body.stored())
                .isEqualTo("# Title\n\nSome **bold** and `code`.\n\n- a\n- b\n\n"
                        + "&lt;b&gt;html&lt;/b&gt; &lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(body.format()).isEqualTo(BodyFormat.TEXT);
        assertThat(body.isBalanced()).isFalse();
        assertThat(body.searchText())
                .isEqualTo("# Title\nSome **bold** and `code`.\n- a\n- b\n"
                        + "&lt;b&gt;html&lt;/b&gt; &lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "data:text/html,<b>Bold</b> text | <b>Bold</b> text | HTML",
                "data:text/html;charset=utf-8,<b>Bold</b><script>x</script> | <b>Bold</b> | HTML",
                "data:text/html;base64,PGI+Qm9sZDwvYj4= | <b>Bold</b> | HTML",
                "data:text/plain,a <b> | a &lt;b&gt; | TEXT",
                "data:text/plain;charset=iso-8859-1;base64,V/ZybGQ= | Wörld | TEXT",
                "data:,hello | hello | TEXT",
                "data: see below, please | data: see below, please | HTML",
                "data:text/plain;base64,@@@ | data:text/plain;base64,@@@ | HTML",
                "data:image/png;base64,YQ== | data:image/png;base64,YQ== | HTML",
                "data:nothing | data:nothing | HTML",
            })
    void theMediaTypeOfADataUriDecidesTheFormat(String message, String stored, BodyFormat format) {
        Body body = Body.ofMessage(message, null, RICH);

        assertThat(body.stored()).isEqualTo(stored);
        assertThat(body.format()).isEqualTo(format);
    }

    @Test
    void aGivenFormatWinsOverTheMediaTypeOfADataUri() {
        Body body = Body.ofMessage("data:text/html,**x** <b>", BodyFormat.MARKDOWN, RICH);

        assertThat(body.stored()).isEqualTo("**x** <b>");
        assertThat(body.format()).isEqualTo(BodyFormat.MARKDOWN);
    }

    @Test
    void aNoteIsMarkdownUnlessItSaysOtherwiseAndNeverADataUri() {
        assertThat(Body.ofNote("<p>Hi</p><script>x</script>", null, RICH).stored())
                .isEqualTo("<p>Hi</p><script>x</script>");
        assertThat(Body.ofNote("data:text/html,x", null, RICH).format()).isEqualTo(BodyFormat.MARKDOWN);
        assertThat(Body.ofNote("data:text/html,x", null, RICH).stored()).isEqualTo("data:text/html,x");
        assertThat(Body.ofNote("<p>Hi</p><script>x</script>", BodyFormat.HTML, RICH)
                        .stored())
                .isEqualTo("<p>Hi</p>");
    }

    @Test
    void withoutRichTextHtmlBecomesText() {
        Body body = Body.ofMessage("<b>x</b>", BodyFormat.HTML, PLAIN);

        assertThat(body.stored()).isEqualTo("&lt;b&gt;x&lt;/b&gt;");
        assertThat(body.format()).isEqualTo(BodyFormat.TEXT);
    }

    @Test
    void withoutRichTextAMailShowsNoPicture() {
        Body body = Body.ofMail("<img src=\"cid:a\">", BodyFormat.HTML, PLAIN, source -> "key");

        assertThat(body.format()).isEqualTo(BodyFormat.TEXT);
        assertThat(body.shown()).isEmpty();
    }

    @Test
    void aPictureAloneIsAMailsText() {
        Body body = Body.ofMail("<img src=\"cid:a\">", BodyFormat.HTML, RICH, source -> "key");

        assertThat(body.stored()).isEqualTo("<img src=\"cid:key\" alt=\"image\" />");
        assertThat(body.shown()).containsExactly("key");
    }

    @ParameterizedTest
    @EnumSource
    void aMailOfNothingIsADashInEveryFormat(BodyFormat format) {
        assertThat(Body.ofMail(" \n", format, RICH, Pictures.NONE).stored()).isEqualTo("-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "0", "<br><br/>", "<p></p>", "<script>x</script>", "😀", "<>"})
    void htmlOfWhichNothingIsLeftIsADash(String message) {
        Body body = Body.ofMessage(message, null, RICH);

        assertThat(body.stored()).isEqualTo("-");
        assertThat(body.format()).isEqualTo(BodyFormat.HTML);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsADashInEveryFormat(BodyFormat format) {
        assertThat(Body.of(" \n", format, RICH).stored()).isEqualTo("-");
    }

    @ParameterizedTest
    @EnumSource
    void whatTheColumnsCannotHoldIsLeftOut(BodyFormat format) {
        assertThat(Body.of("€ 💩x", format, RICH).stored()).isEqualTo("€ x");
        assertThat(Body.of("مرحبا 你好", format, RICH).stored()).isEqualTo("مرحبا 你好");
    }

    @Test
    void emojiAreLeftOutAfterBlanksWereReduced() {
        Body body = Body.ofMessage("👍🏽 fine 🎉", null, RICH);

        assertThat(body.stored()).isEqualTo(" fine ");
        assertThat(body.searchText()).isEqualTo("fine");
    }

    @Test
    void aLongBodyGoesIntoAFileNamedByItsHash() {
        String digits = "0123456789".repeat(7000);

        Body body = Body.ofNote(digits, BodyFormat.TEXT, RICH);

        assertThat(body.isStoredAsFile()).isTrue();
        assertThat(body.fileName()).isEqualTo("f91a28da786c611817111cec85a66344.txt");
    }

    @ParameterizedTest
    @CsvSource({"64999, false", "65000, true"})
    void charactersAreCountedNotBytes(int length, boolean file) {
        assertThat(Body.of("ü".repeat(length), BodyFormat.MARKDOWN, RICH).isStoredAsFile())
                .isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({
        "markdown, MARKDOWN",
        "md, MARKDOWN",
        "' MARKDOWN ', MARKDOWN",
        "html, HTML",
        "HTML, HTML",
        "text, TEXT",
        "plain, TEXT",
        "txt, TEXT",
    })
    void aFormatHasSeveralNames(String word, BodyFormat format) {
        assertThat(BodyFormat.parse(word)).contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "rtf", "markdown2"})
    void anyOtherWordIsNoFormat(String word) {
        assertThat(BodyFormat.parse(word)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n \u000b\u0000",
                "\u00a0\u2003\u3000\u2028",
                "data:,  \n",
                "data:text/plain,\u00a0",
                "data:text/html;charset=utf-8;base64,IAogCQ=="
            })
    void blanksAloneAreNoMessage(String message) {
        assertThat(Body.isBlankMessage(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "0", "<p><br></p>", "&nbsp;", "data:text/plain,x", "data:image/png;base64,"})
    void anythingElseIsOneToOsTicket(String message) {
        assertThat(Body.isBlankMessage(message)).isFalse();
    }
}
