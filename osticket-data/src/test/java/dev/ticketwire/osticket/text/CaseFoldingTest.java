package dev.ticketwire.osticket.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFoldingTest {
    @ParameterizedTest
    @CsvSource({"Sales,' sALES '", "Übergröße,ÜBERGRÖSSE", "Σίσυφος,ΣΊΣΥΦΟΣ", "Sales,'\u00A0Sales\t'"})
    void namesAreTheSameInAnyCase(String name, String input) {
        assertThat(CaseFolding.isSame(name, input)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Sales,Sale", "Café,Cafe", "A B,AB"})
    void otherNamesAreNot(String name, String input) {
        assertThat(CaseFolding.isSame(name, input)).isFalse();
    }
}
