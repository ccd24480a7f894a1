package dev.ticketwire.osticket.person;

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
        "555-123-4567 X12,    5551234567X12,    (555) 123-4567 x12",
        "555-1234 ext 12,     555123412,        555123412",
        "Tel: 030/123456-7,   0301234567,       (030) 123-4567",
        "۵۵۵ 5551234,         5551234,          555-1234",
        "call me,             call me,          call me",
    })
    void aNumberIsStoredAsDigitsAndShownInGroups(String entered, String stored, String shown) {
        assertThat(PhoneNumber.stored(entered)).isEqualTo(stored);
        assertThat(PhoneNumber.display(stored)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5551234",
                "+49 (170) 123-45.67",
                "030/123456-7",
                "555-1234 ext 12",
                "Tel: 5551234",
                "5551234X1",
                "5551234 X",
                "12345678901234567890",
                "\t555\u00a01234\n",
                "<b>5551234</b>",
                "call 1-800-555-0199!"
            })
    void sevenDigitsAreANumberHoweverTheyAreWritten(String entered) {
        assertThat(PhoneNumber.isValid(entered, 7)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "n/a", "none", "X", "X1234567", "123456", "123X4567", "----------", "۵۵۵۱۲۳۴"})
    void lessThanThatIsNone(String entered) {
        assertThat(PhoneNumber.isValid(entered, 7)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5551234", "+49 (170) 123-45.67", "1234567890123456", "5551234X1"})
    void aTextFieldTakesSevenToSixteenDigits(String entered) {
        assertThat(PhoneNumber.isText(entered)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456", "12345678901234567", "555-CALL-NOW", "5551234/1", "----------", "123X4567"})
    void aTextFieldTakesNothingElse(String entered) {
        assertThat(PhoneNumber.isText(entered)).isFalse();
    }
}
