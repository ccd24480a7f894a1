package dev.ticketwire.mail.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One</p><p>Two</p>                                        | One\\n\\nTwo",
                "<div>One</div><div>Two<br>Three</div>                       | One\\nTwo\\nThree",
                "Some <b>bold</b> and <i>slanted</i>  words                  | Some bold and slanted words",
                "See <a href=\"http://example.com/\">the page</a>.           | See the page.",
                "<ul><li>One</li><li>Two</li></ul>Three                      | One\\nTwo\\n\\nThree",
                "<table><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table> | A 1\\nB 2",
                "<pre>a  b\\n  c</pre>                                       | a  b\\n  c",
                "<style>p{}</style><script>x</script><title>t</title>Words   | Words",
                "<p>&lt;b&gt; &amp; &nbsp;&auml;</p>                         | <b> &  ä",
                "<img src=x alt=Picture><hr>Words                            | Words",
                "<p></p><p><br></p>                                          | ''",
                "<span style=\"display:none\">-- above --</span><p>Hi</p>    | -- above --\\n\\nHi",
            })
    void htmlBecomesLines(String html, String text) {
        String got = PlainText.of(Jsoup.parse(html.replace("\\n", "\n")));

        assertThat(got.replace("\n", "\\n")).isEqualTo(text);
    }

    @Test
    void deepNestingIsNoProblem() {
        assertThat(PlainText.of(Jsoup.parse("<div>".repeat(20_000) + "deep"))).isEqualTo("deep");
    }
}
