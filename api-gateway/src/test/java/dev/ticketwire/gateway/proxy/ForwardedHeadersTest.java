package dev.ticketwire.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardedHeadersTest {

    @Test
    void aReportIsAskedForInTheFormThatTheCallerPrefers() {
        assertThat(ForwardedHeaders.reportType(List.of())).isEqualTo("application/json");
        assertThat(ForwardedHeaders.reportType(List.of("application/json, text/csv")))
                .isEqualTo("application/json");
        assertThat(ForwardedHeaders.reportType(List.of("text/csv;q=0, application/json")))
                .isEqualTo("application/json");
        assertThat(ForwardedHeaders.reportType(List.of("application/json;q=0.1, text/csv")))
                .isEqualTo("text/csv");
    }

    @Test
    void severalLinesOfTheHeaderAreOne() {
        assertThat(ForwardedHeaders.reportType(List.of("text/csv;q=0.5", "application/json")))
                .isEqualTo("application/json");
        assertThat(ForwardedHeaders.reportType(List.of("application/json;q=0.5", "text/csv")))
                .isEqualTo("text/csv");
    }
}
