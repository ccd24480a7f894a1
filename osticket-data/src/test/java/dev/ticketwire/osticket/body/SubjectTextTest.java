package dev.ticketwire.osticket.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "My <i>T</i> | My T | My T",
                "x & y | x & y | x &amp; y",
                "a <b>x</b> &amp; &lt;i&gt;y | a x & y | a x &amp; y",
                "a<b | a | a",
                "<b>bold</b> & <script>alert(1)</script> | bold & alert(1) | `bold &amp; `",
                "1 < 2 | 1 < 2 | 1 &lt; 2",
                "`   spaced   out   ` | `   spaced   out   ` | ` spaced out `",
                "`   ` | `   ` | ` `",
                "Hello 😀 world | Hello  world | Hello  world",
                "Größe: 5 € für Äpfel | Größe: 5 € für Äpfel | Größe: 5 € für Äpfel",
                "你好 世界 | 你好 世界 | 你好 世界",
                "a\u200bb e\u0301 | a\u200bb e\u0301 | a\u200bb e\u0301",
                "Robert'); DROP TABLE ost_ticket;-- \\ | Robert'); DROP TABLE ost_ticket;-- \\ | Robert'); DROP TABLE ost_ticket;-- \\",
                "[URGENT] no power | [URGENT] no power | [URGENT] no power",
                "0 | 0 | 0",
            })
    void aSubjectIsPlainAsAnAnswerAndEscapedAsATitle(String sent, String answer, String title) {
        assertThat(SubjectText.answer(sent)).isEqualTo(answer);
        assertThat(SubjectText.title(sent)).isEqualTo(title);
    }

    @Test
    void lineBreaksAndControlCharactersStayInTheAnswerOnly() {
        assertThat(SubjectText.answer("line one\nline two\r\nthree")).isEqualTo("line one\nline two\r\nthree");
        assertThat(SubjectText.title("line one\nline two\r\nthree")).isEqualTo("line one line two three");
        assertThat(SubjectText.answer("a\u0007b\u001bc")).isEqualTo("a\u0007b\u001bc");
        assertThat(SubjectText.title("a\u0007b\u001bc")).isEqualTo("abc");
    }

    @Test
    void onlyTheTitleIsCut() {
        String subject = "s".repeat(1000);

        assertThat(SubjectText.answer(subject)).hasSize(1000);
        assertThat(SubjectText.title(subject)).hasSize(255);
    }

    @Test
    void anEmptySubjectHasNoTitle() {
        assertThat(SubjectText.title("")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "-x", "@x", "+", "+1x", "+x", "=", "-"})
    void aFormulaStartsForbidden(String subject) {
        assertThat(SubjectText.startsForbidden(subject)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+491701234", "x=1", " =1", "", "[-]", "0"})
    void anythingElseDoesNot(String subject) {
        assertThat(SubjectText.startsForbidden(subject)).isFalse();
    }
}
