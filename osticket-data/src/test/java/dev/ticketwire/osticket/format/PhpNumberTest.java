package dev.ticketwire.osticket.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhpNumberTest {
    @ParameterizedTest
    @CsvSource({
        "2abc, 2",
        "' 12', 12",
        "1e1, 10",
        "5.9, 5",
        "abc, 0",
        "'', 0",
        "-3, -3",
        "-5.9, -5",
        "+7, 7",
        ".5, 0",
        "1073741824, 1073741824",
        "9007199254740993, 9007199254740993",
        "1e400, 9223372036854775807",
    })
    void theNumberThatATextBeginsWith(String text, long number) {
        assertThat(PhpNumber.leading(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", " 5", "5 ", "\t5\n", "5.", "5.0", ".5", "+5", "-5", "1e0", "1E-3"})
    void aDecimalNumberIsNumeric(String text) {
        assertThat(PhpNumber.isNumeric(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "5a", "0x1A", "1,000", "1e", "--5", "5 5", "٥"})
    void anyOtherTextIsNot(String text) {
        assertThat(PhpNumber.isNumeric(text)).isFalse();
    }
}
