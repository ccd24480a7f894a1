package dev.ticketwire.command.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource(
            value = {"5,5", "' 5 ',5", "5.0,5", "1e0,1", "2E1,20", "+7,7", "0,0"},
            ignoreLeadingAndTrailingWhitespace = false)
    void aNumberInAnySpellingIsAnId(String input, int id) {
        assertThat(Names.id(input)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1e300", "99999999999"})
    void aNumberThatNoRowCanHaveIsNoId(String input) {
        assertThat(Names.id(input)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Sales", "5a", "0x1", "1,000", "1.2.3", "e5"})
    void everythingElseIsAName(String input) {
        assertThat(Names.id(input)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"Sales,' sALES '", "Übergröße,ÜBERGRÖSSE", "Σίσυφος,ΣΊΣΥΦΟΣ"})
    void namesAreTheSameInAnyCase(String name, String input) {
        assertThat(Names.same(name, input)).isTrue();
    }
}
