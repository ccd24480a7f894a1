package dev.ticketwire.gateway.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ticketwire.contract.problem.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionTest {

    @Test
    void everyStrongTagWillDo() {
        assertThat(Precondition.strong("\"a\" , \"b,c\",\"\"")).isEqualTo("\"a\"\"b,c\"\"\"");
    }

    @Test
    void aWeakTagNeverDoes() {
        assertThat(Precondition.strong("W/\"a\"")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\"a", "\"a\" \"b\"", "\"a\",", "*, \"a\"", "\"ä\""})
    void whatIsNoListOfTagsIsRefused(String header) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Precondition.strong(header))
                .matches(refused -> "If-Match".equals(refused.refusal().field()));
    }
}
