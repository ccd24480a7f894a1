package dev.ticketwire.command.notice.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.notice.facts.TicketFacts.MailReference;
import dev.ticketwire.command.notice.plan.PlannedMail.Threading;
import dev.ticketwire.command.notice.plan.Reader;
import dev.ticketwire.osticket.mail.MailType;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComposerTest {
    private final TestLetter letter = new TestLetter();

    @Test
    void aMailAboutAnEntryBeginsWithItsMark() {
        letter.at(new Threading(41, 31, null)).desk.on("strip_quoted_reply").setting("reply_separator", "-- <here> --");
        Letter written = letter.letter("S", "<p>Body</p>");
        String id = written.messageId().substring(1, written.messageId().length() - 1);

        assertThat(written.html())
                .isEqualTo(
                        "<div style=\"display:none\" class=\"mid-" + id + "\">-- &lt;here&gt; --</div>\n<p>Body</p>");
    }

    @Test
    void withoutStrippingTheMarkIsEmpty() {
        letter.at(new Threading(41, 31, null))
                .desk
                .setting("strip_quoted_reply", "")
                .setting("reply_separator", "x");

        assertThat(letter.html("<p>Body</p>")).contains("\"></div>").endsWith("<p>Body</p>");
    }

    @Test
    void referencesAreThoseOfTheMailAnsweredAndItself() {
        letter.at(new Threading(41, 31, new MailReference("<b@x>", List.of("<a@x>"))));
        Letter written = letter.letter("S", "B");

        assertThat(written.inReplyTo()).isEqualTo("<b@x>");
        assertThat(written.references()).containsExactly("<a@x>", "<b@x>");
    }

    @Test
    void ofAnEndlessChainTheNewestIdsAreKept() {
        List<String> chain = IntStream.range(0, 900)
                .mapToObj(i -> "<" + i + "@" + "x".repeat(50) + ">")
                .toList();
        letter.at(new Threading(41, 31, new MailReference("<b@x>", chain)));

        assertThat(letter.letter("S", "B").references())
                .hasSizeBetween(300, 400)
                .endsWith(chain.getLast(), "<b@x>")
                .doesNotContain(chain.getFirst());
        letter.at(new Threading(41, 31, new MailReference("<" + "b".repeat(1_000) + "@x>", List.of("<a@x>"))));
        assertThat(letter.letter("S", "B").inReplyTo()).isNull();
    }

    @Test
    void aTextThatIsTooLongForAMailIsReplacedByAShortOne() {
        letter.entry("x".repeat(1_600_000), "html").answers(Map.of("subject", "s".repeat(5_000)));

        assertThat(letter.html("%{message}")).hasSize(1_600_000);
        assertThat(letter.html("%{message}%{message}")).contains("700021").hasSizeLessThan(200);
        assertThat(letter.subject("%{ticket.subject}")).hasSize(4_000);
    }

    @Test
    void aSubjectIsOneLineOfText() {
        letter.answers(Map.of("subject", "one\r\nBcc: two"));

        assertThat(letter.subject("Re: %{ticket.subject} %{message}")).isEqualTo("Re: oneBcc: two It squeaks");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a &lt;b&gt;~c|text|a &lt;b&gt;<br />~c",
                "a <b>&#039;|text|a &lt;b&gt;&#039;",
                "**a** <b>|markdown|<p><strong>a</strong> &lt;b&gt;</p>",
                "<p>a</p>|html|<p>a</p>",
            })
    void anEntryIsShownByItsFormat(String stored, String format, String shown) {
        assertThat(letter.entry(stored.replace('~', '\n'), format)
                        .html("%{message}")
                        .strip())
                .isEqualTo(shown.replace('~', '\n'));
    }

    @Test
    void theDepartmentsSetIsUsedElseTheDefaultElseOwnTexts() {
        assertThat(letter.letter().html()).contains("700021").contains("Olga Maria Owner");
        assertThat(letter.html("default")).isEqualTo("default");
        letter.desk.template(2, "ticket.autoresp", "S", "its own");
        letter.desk.department(1, department -> department.templateSetId = 2);
        assertThat(letter.letter().html()).isEqualTo("its own");
        letter.desk.department(1, department -> department.templateSetId = 9);
        assertThat(letter.letter().html()).isEqualTo("default");
    }

    @ParameterizedTest
    @EnumSource(
            value = MailType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FILTER_MAIL", "LOG_MAIL"})
    void everyKindOfMailHasATextWithoutTemplates(MailType type) {
        Letter written = letter.of(type).answers(Map.of("subject", "Door")).letter();

        assertThat(written.subject()).contains("700021").doesNotContain("%{");
        assertThat(String.valueOf(written.html())).doesNotContain("%{recipient");
    }

    @Test
    void aFiltersMailIsATemplateOfItsOwn() {
        Letter written = letter.of(MailType.FILTER_MAIL)
                .to(new Reader.Address("boss@example.net"))
                .own("F %{ticket.number}", "<p>%{ticket.name} %{recipient}</p>")
                .letter();

        assertThat(written.subject()).isEqualTo("F 700021");
        assertThat(written.html()).isEqualTo("<p>Olga Maria Owner boss@example.net</p>");
    }

    @Test
    void aLogMailIsPlainTextWithTheAddressOfTheHelpDesk() {
        Letter written = letter.of(MailType.LOG_MAIL)
                .to(new Reader.Address("chief@desk.test"))
                .own("Limit", "Too many %{ticket}")
                .letter();

        assertThat(written.html()).isNull();
        assertThat(written.text()).isEqualTo("Too many %{ticket}\n\nhttps://desk.test");
    }
}
