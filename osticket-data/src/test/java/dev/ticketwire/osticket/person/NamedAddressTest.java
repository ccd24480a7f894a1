package dev.ticketwire.osticket.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nina@example.org",
                " nina@example.org",
                "nina@example.org\r\n",
                "\tnina@example.org\u0000",
                "\u00a0nina@example.org\u2003",
                "<nina@example.org>",
                " < nina@example.org > ",
                "\"\" <nina@example.org>"
            })
    void blanksAndBracketsAroundAnAddressDoNotCount(String sent) {
        assertThat(NamedAddress.of(sent)).isEqualTo(new NamedAddress("", "nina@example.org"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Nina New <nina@example.org> | Nina New",
                "\"New, Nina\" <nina@example.org> | New, Nina",
                "New, Nina <nina@example.org> | New, Nina",
                "\"Nina \\\"N\\\" New\" <nina@example.org> | Nina \"N\" New",
                "\"A <b> C, d@e\" <nina@example.org> | A <b> C, d@e",
                "Nina<nina@example.org> | Nina",
                "Größe ŁŐ < nina@example.org > | Größe ŁŐ",
                "nina@example.org <nina@example.org> | nina@example.org",
            })
    void theAddressStandsInBracketsAndTheNameBeforeThem(String sent, String name) {
        assertThat(NamedAddress.of(sent)).isEqualTo(new NamedAddress(name, "nina@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org, b@example.org",
                "A <a@example.org>, B <b@example.org>",
                "a@example.org, B <b@example.org>",
                "A <a@example.org> B",
                "A <a@example.org",
                "a@example.org>",
                "Nina",
                "<>",
                ""
            })
    void whatIsNotOneAddressIsNoneAfterwards(String sent) {
        assertThat(EmailAddress.isValid(NamedAddress.of(sent).address())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a b\"@example.org", "nina@[192.0.2.1]", "o'neill+x@example.org"})
    void anAddressWithoutBracketsIsLeftAlone(String sent) {
        assertThat(NamedAddress.of(sent)).isEqualTo(new NamedAddress("", sent));
    }
}
