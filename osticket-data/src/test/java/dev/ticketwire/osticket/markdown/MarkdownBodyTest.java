package dev.ticketwire.osticket.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownBodyTest {

    @Test
    void markdownIsRendered() {
        assertThat(MarkdownBody.toHtml("# Title\n\nSome **bold** and `code`.\n\n- a\n- b"))
                .isEqualToIgnoringWhitespace(
                        "<h1>Title</h1><p>Some <strong>bold</strong> and <code>code</code>.</p><ul><li>a</li><li>b</li></ul>");
        assertThat(MarkdownBody.toHtml("|a|b|\n|-|-|\n|1|2|")).contains("<table>", "<td>1</td>");
        assertThat(MarkdownBody.toHtml("> q\n\n1. x")).contains("<blockquote>", "<ol>");
        assertThat(MarkdownBody.toHtml("```\na <b>\n  b\n```")).contains("<pre><code>a &lt;b&gt;\n  b\n</code></pre>");
    }

    @Test
    void rawHtmlIsText() {
        assertThat(MarkdownBody.toHtml("<b>x</b> &lt;i&gt; <script>alert(1)</script>"))
                .contains("&lt;b&gt;x&lt;/b&gt; &lt;i&gt; &lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(MarkdownBody.toHtml("<div onclick=x>\n\ny</div>")).doesNotContain("<div");
    }

    @Test
    void linksKeepToHarmlessSchemes() {
        assertThat(MarkdownBody.toHtml("[x](https://a.b/c?d=e&f=g)"))
                .contains("<a href=\"https://a.b/c?d=e&amp;f=g\">x</a>");
        assertThat(MarkdownBody.toHtml("[x](javascript:alert(1))")).doesNotContain("\"javascript");
        assertThat(MarkdownBody.toHtml("[x](data:text/html,y)")).doesNotContain("\"data");
        assertThat(MarkdownBody.toHtml("![x](javascript:alert(1).png)")).doesNotContain("<img");
    }

    @Test
    void itsWordsAreTheTextOfIt() {
        assertThat(MarkdownBody.toText("# Title\n\nSome **bold** & <b>x</b>\n- a"))
                .isEqualTo("Title Some bold & <b>x</b> a");
    }

    static Stream<String> deepTexts() {
        return Stream.of(
                ">".repeat(1_000) + " x",
                "> ".repeat(100_000) + "x",
                "- ".repeat(20_000) + "x",
                "1. ".repeat(20_000) + "x",
                "*_".repeat(20_000) + "x" + "_*".repeat(20_000),
                "[".repeat(20_000) + "x",
                "![".repeat(5_000) + "x" + "](y)".repeat(5_000),
                lists(300),
                "<b>".repeat(20_000));
    }

    @ParameterizedTest
    @MethodSource("deepTexts")
    @Timeout(20)
    void textNestedTooDeepIsShownAsItIs(String text) {
        assertThat(MarkdownBody.toHtml(text)).contains("x".repeat(text.contains("x") ? 1 : 0));
    }

    private static String lists(int depth) {
        StringBuilder lists = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            lists.append("  ".repeat(i)).append("- x\n");
        }
        return lists.toString();
    }
}
