package dev.ticketwire.osticket.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketNumberFormatTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "######,     7,       000007",
                "######,     1234567, 1234567",
                "TX-####-US, 42,      TX-0042-US",
                "##-##,      12345,   12-345",
                "##x##y,     12345,   12x345y",
                "A\\#####,   7,       A#0007",
                "BUG-####,   2,       BUG-0002",
                "#,          0,       0",
                "#\\#,       12,      12#",
                "NONE,       7,       NONE",
            })
    void aValueFillsThePlacesOfItsFormat(String format, long value, String number) {
        assertThat(TicketNumberFormat.format(format, value, '0')).isEqualTo(number);
    }

    @Test
    void thePaddingIsTheSequencesOwn() {
        assertThat(TicketNumberFormat.format("N####", 7, 'x')).isEqualTo("Nxxx7");
    }

    @ParameterizedTest
    @CsvSource({
        "######,    0, '[1-9][0-9]{5}'",
        "######,    2, '[1-9][0-9]{7}'",
        "########,  0, '[1-9][0-9]{7}'",
        "A-###-##,  0, 'A-[1-9][0-9]{2}-[0-9]{3}'",
    })
    void aRandomNumberHasSixDigitsAtLeastAndNoLeadingZero(String format, int more, String pattern) {
        Random random = new Random(1);

        for (int i = 0; i < 200; i++) {
            assertThat(TicketNumberFormat.random(format, more, random)).matches(pattern);
        }
    }
}
