package dev.ticketwire.gateway.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketwire.contract.problem.Refused;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentCodingTest {

    @ParameterizedTest
    @CsvSource({"gzip, gzip", "Deflate, deflate", "br, br", "'identity, gzip', gzip", "<b>, another coding"})
    void aCompressedBodyIsRefusedByNamingTheCoding(String header, String named) {
        Refused refused = Objects.requireNonNull(
                catchThrowableOfType(Refused.class, () -> ContentCoding.check(List.of("identity", header))));

        assertThat(refused.refusal().status()).isEqualTo(415);
        assertThat(refused.refusal().code()).isEqualTo("unsupported-content-encoding");
        assertThat(refused.refusal().text()).contains("Content-Encoding: " + named);
    }

    @Test
    void aBodyThatIsSentAsItIsPasses() {
        for (List<String> headers : List.of(List.<String>of(), List.of(""), List.of("identity", " Identity ,"))) {
            assertThatCode(() -> ContentCoding.check(headers)).doesNotThrowAnyException();
        }
    }
}
