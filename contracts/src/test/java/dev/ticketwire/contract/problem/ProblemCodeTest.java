package dev.ticketwire.contract.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCodeTest {

    @ParameterizedTest
    @EnumSource
    void everyCodeIsDocumentedInWholeSentences(ProblemCode code) {
        assertThat(code.meaning()).endsWith(".");
        assertThat(code.remedy()).endsWith(".");
        assertThat(code.statuses()).isNotEmpty().allMatch(status -> status >= 400 && status < 600);
        assertThat(code.status()).isEqualTo(code.statuses().getFirst());
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeIsFoundByItsName(ProblemCode code) {
        assertThat(code.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(ProblemCode.of(code.code())).contains(code);
    }

    @Test
    void aCodeOfAnotherReleaseIsNone() {
        assertThat(ProblemCode.of("empty-note")).isEmpty();
    }

    @Test
    void codesStandInTheOrderOfTheAlphabet() {
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::code)).isSorted();
    }

    @Test
    void theTitleIsTheCodeInWords() {
        assertThat(ProblemCode.TICKET_NOT_FOUND.title()).isEqualTo("ticket not found");
    }
}
