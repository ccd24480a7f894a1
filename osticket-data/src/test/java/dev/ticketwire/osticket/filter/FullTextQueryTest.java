package dev.ticketwire.osticket.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ticketwire.contract.problem.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FullTextTest {

    @ParameterizedTest
    @CsvSource({
        "printer, +printer",
        "printer jam, +printer +jam",
        "print*, +print*",
        "the printer is on, +printer",
        "R-0001, +0001",
        "Größe, +Größe",
        "+a -printer ~jam (x) @3 <y>, +printer +jam",
        "'say \"out of toner\" twice', '+say +\"out of toner\" +twice'",
        "the*, +the*"
    })
    void everyWordThatTheIndexHoldsIsRequiredAndNothingIsAnOperator(String text, String expected) {
        assertThat(FullTextQuery.parse("q", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "is on", "the", "\"\"", "*", "++", "!?"})
    void textWithoutAWordThatTheIndexHoldsIsRefused(String text) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> FullTextQuery.parse("q", text))
                .matches(refused -> "q".equals(refused.refusal().field()));
    }

    @Test
    void aQuoteThatDoesNotEndIsNoPhrase() {
        assertThat(FullTextQuery.parse("q", "\"out of toner")).isEqualTo("+out +toner");
    }
}
