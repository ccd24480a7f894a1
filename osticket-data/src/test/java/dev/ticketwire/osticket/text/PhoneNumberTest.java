package dev.ticketwire.osticket.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "5551234,             5551234,          555-1234",
        "12345678,            12345678,         12345678",
        "(555) 123-4567,      5551234567,       (555) 123-4567",
        "+1 555.123.4567,     15551234567,      15551234567",
        "555-123-4567 x12,    5551234567X12,    (555) 123-4567 x12",
        "call me,             call me,          call me",
    })
    void aNumberIsStoredAsDigitsAndShownInGroups(String entered, String stored, String shown) {
        assertThat(PhoneNumber.stored(entered)).isEqualTo(stored);
        assertThat(PhoneNumber.display(stored)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5551234", "+49 (170) 123-45.67", "1234567890123456", "5551234X1"})
    void sevenToSixteenDigitsAreANumber(String entered) {
        assertThat(PhoneNumber.isValid(entered)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456", "12345678901234567", "555-CALL-NOW", "5551234/1", "----------", "123X4567"})
    void anythingElseIsNone(String entered) {
        assertThat(PhoneNumber.isValid(entered)).isFalse();
    }
}
