package dev.ticketwire.gateway.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusTextTest {
    private static List<Sample> parse(String text) {
        return PrometheusText.parse(text, name -> true);
    }

    @Test
    void whatOurServicesAnswerIsReadWhole() throws Exception {
        for (String service : List.of("ticket-command-service", "api-gateway")) {
            String text = TestMetrics.text(service);

            assertThat(parse(text)).hasSize((int)
                    text.lines().filter(line -> !line.startsWith("#")).count());
        }
    }

    @Test
    void labelsAreUnescapedAndMayEndWithACommaOrHaveBlanksAroundThem() {
        assertThat(parse("a_total{state=\"failed\",} 0.0\nb{ x = \"1\\\\2\\\"3\\n\" , y=\"}\" } 7 1700000000000\n"))
                .containsExactly(
                        new Sample("a_total", Map.of("state", "failed"), 0),
                        new Sample("b", Map.of("x", "1\\2\"3\n", "y", "}"), 7));
    }

    @Test
    void valuesMayBeNoNumbers() {
        assertThat(parse("a NaN\nb +Inf\nc -Inf\nd 1.5E-3\ne -2"))
                .extracting(Sample::value)
                .containsExactly(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0015, -2.0);
    }

    @Test
    void commentsAndEmptyLinesAreNoSamples() {
        assertThat(parse("# HELP a b\n# TYPE a gauge\n\n# EOF\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "a",
                "a{",
                "a{b=\"c\" 1",
                "a{b=c} 1",
                "a{b=\"c\"d=\"e\"} 1",
                "a{b=\"\\x\"} 1",
                "a one",
                "a 0x1p3",
                "a 1d",
                "a 1.2.3",
                "a 1 2 3",
                "a 1 soon",
                "9a 1",
                "ok 1\na{b=\"c"
            })
    void aTextWithALineOfAnotherKindIsNotReadAtAll(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(PrometheusText.Malformed.class);
    }
}
