package dev.ticketwire.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoredNamesTest {
    @Test
    void aWarningNamesWhatWasIgnored() {
        assertThat(IgnoredNames.warning(IgnoredNames.listed(List.of("status", "message"))))
                .isEqualTo("299 - \"Not understood and ignored: status, message\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'a\r\nSet-Cookie: x', a__Set-Cookie:_x",
        "'a\"b\\c', a_b_c",
        "'a, b; c', a__b__c",
        "Größe, Gr__e",
        "🎉, _",
        "'', ''",
    })
    void nothingInANameMeansAnythingInAHeaderOrALog(String name, String shown) {
        String sent = name.replace("\\r", "\r").replace("\\n", "\n");

        assertThat(IgnoredNames.listed(List.of(sent))).isEqualTo(shown);
    }

    @Test
    void namesAreBoundedInLengthAndNumber() {
        List<String> names =
                IntStream.range(0, 5000).mapToObj(i -> "n".repeat(1000) + i).toList();

        assertThat(IgnoredNames.listed(names))
                .hasSizeLessThan(500)
                .startsWith("n".repeat(40) + "..., ")
                .endsWith("... and 4990 more");
    }
}
