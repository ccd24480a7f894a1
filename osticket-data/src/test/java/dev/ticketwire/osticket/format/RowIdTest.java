package dev.ticketwire.osticket.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowIdTest {
    @ParameterizedTest
    @CsvSource(
            value = {"5,5", "' 5 ',5", "5.0,5", "1e0,1", "2E1,20", "+7,7", "0,0", "007,7", "2147483647,2147483647"},
            ignoreLeadingAndTrailingWhitespace = false)
    void aNumberInAnySpellingIsAnId(String input, int id) {
        assertThat(RowId.ofNumber(input)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1e300", "99999999999", "2147483648"})
    void aNumberThatNoRowCanHaveIsNoId(String input) {
        assertThat(RowId.ofNumber(input)).isEqualTo(RowId.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Sales", "5a", "0x1", "1,000", "1.2.3", "e5", "1e", "٥"})
    void everythingElseIsAName(String input) {
        assertThat(RowId.ofNumber(input)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "000000000007, 7",
        "1234567890, 1234567890",
        "0004294967295, 4294967295",
    })
    void aTicketOrFileHasAnIdOfDigits(String input, long id) {
        assertThat(RowId.ofDigits(input)).hasValue(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " 7", "7 ", "+7", "-7", "7.0", "1e0", "2abc", "٧", "4294967296", "99999999999999999999"})
    void anyOtherTextIsNoIdOfDigits(String input) {
        assertThat(RowId.ofDigits(input)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2147483647, 2147483647", "0002147483647, 2147483647"})
    void tenDigitsAreAnId(String input, int id) {
        assertThat(RowId.intOfDigits(input)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "4294967295", "+1", ""})
    void whatAnIntCannotHoldIsOutOfReach(String input) {
        assertThat(RowId.intOfDigits(input)).isNull();
    }
}
