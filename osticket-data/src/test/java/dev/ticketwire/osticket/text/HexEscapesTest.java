package dev.ticketwire.osticket.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HexEscapesTest {

    @ParameterizedTest
    @CsvSource({
        "a%20b, a b",
        "%41%4a%4A, AJJ",
        "a+b, a+b",
        "100%, 100%",
        "%4, %4",
        "%zz%4g%41, %zz%4gA",
        "%%41, %A",
        "=41, =41",
        "é%C3%A9, éé"
    })
    void escapesWithoutTwoDigitsStay(String encoded, String decoded) {
        assertThat(decode(encoded, '%')).isEqualTo(decoded);
    }

    @Test
    void theSignIsTheCallers() {
        assertThat(decode("=41%41", '=')).isEqualTo("A%41");
    }

    @Test
    void digitsOutsideOfAsciiAreNone() {
        assertThat(HexEscapes.octet("\uFF14\uFF11", 0)).isEqualTo(-1);
        assertThat(HexEscapes.octet("\\'e9", 2)).isEqualTo(0xE9);
        assertThat(HexEscapes.octet("e", 0)).isEqualTo(-1);
    }

    private static String decode(String encoded, char sign) {
        return new String(HexEscapes.decode(encoded.getBytes(StandardCharsets.UTF_8), sign), StandardCharsets.UTF_8);
    }
}
