package dev.ticketwire.osticket.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @Test
    void aRunOfWhiteSpaceIsItsFirstCharacter() {
        assertThat(SearchText.searchable("line one\nline two\r\nthree")).isEqualTo("line one\nline two\rthree");
        assertThat(SearchText.searchable("   spaced   out   ")).isEqualTo("spaced out");
        assertThat(SearchText.searchable("a\u0007b\u001bc")).isEqualTo("a\u0007b\u001bc");
        assertThat(SearchText.searchable("Line 4\t |")).isEqualTo("Line 4\t|");
        assertThat(SearchText.searchable(" \n ")).isEmpty();
    }

    @Test
    void charactersAreComposed() {
        assertThat(SearchText.searchable("a\u200bb e\u0301")).isEqualTo("a\u200bb \u00e9");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "A new ticket, 12 A new ticket",
                "`Über `, 12 Über",
                "`   `, `12 `",
                "0, 12 0",
                "Hello  world, 12 Hello world"
            })
    void aTicketIsFoundByNumberAndSubject(String subject, String title) {
        assertThat(SearchText.ticketTitle("12", subject)).isEqualTo(title);
    }

    @Test
    void theAnswersOfATicketAreItsContent() {
        assertThat(SearchText.ticketContent(List.of("A new ticket", "", "1.2.3", "a\n b", "Yes")))
                .isEqualTo("A new ticket\n1.2.3\na\nb\nYes");
        assertThat(SearchText.ticketContent(List.of("0"))).isEmpty();
        assertThat(SearchText.ticketContent(List.of("   "))).isEmpty();
    }

    @Test
    void aUserIsFoundByAnswersAndAddress() {
        assertThat(SearchText.userContent(List.of("", ""), "nina@example.org"))
                .isEqualTo(" nina@example.org\nnina@example.org");
        assertThat(SearchText.userContent(List.of("555-1234"), "nina@example.org"))
                .isEqualTo("555-1234 nina@example.org\nnina@example.org");
    }

    @Test
    void aLongAddressIsFoundInFullAndAsStored() {
        String address = "n".repeat(250) + "@example.org";

        assertThat(SearchText.userContent(List.of(), address))
                .isEqualTo(" " + address + "\n" + address.substring(0, 255));
    }

    @Test
    void aBlankNameIsNoTitle() {
        assertThat(SearchText.userTitle(" ")).isEmpty();
        assertThat(SearchText.userTitle("Nina  New")).isEqualTo("Nina New");
    }

    @Test
    void anEntrysTitleIsUsedAsStored() {
        assertThat(SearchText.entryTitle(" spaced out ")).isEqualTo(" spaced out ");
        assertThat(SearchText.entryTitle("bold &amp; ")).isEqualTo("bold &amp; ");
        assertThat(SearchText.entryTitle("0")).isEmpty();
        assertThat(SearchText.entryTitle(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "<b>Bold</b> text | Bold text",
                "<p>Hello <b>bold</b></p><ul><li>one</li></ul><a href=\"denied:javascript:x\">x</a> | Hello bold one x",
                "<table><tr><td>1</td><td>2</td></tr></table><pre>  p q</pre> | 1 2 p q",
                "<p><br /></p> | ``",
                "<p>See <img src=\"cid:x\" alt=\"x\" /></p> | See",
                "a &amp; b &lt;c&gt; &uuml; | a & b <c> ü",
            })
    void markupCountsAsBlanks(String html, String words) {
        assertThat(SearchText.ofHtml(html)).isEqualTo(words);
    }
}
