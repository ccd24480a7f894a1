package dev.ticketwire.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeaderValuesTest {

    @Test
    void whatStandsInQuotesIsNotTakenApart() {
        assertThat(HeaderValues.split("a=\"1,\\\"2\", b ,, c", ',')).containsExactly("a=\"1,\\\"2\"", "b", "c");
        assertThat(HeaderValues.split("\"open, c", ',')).containsExactly("\"open, c");
        assertThat(HeaderValues.split("", ',')).isEmpty();
    }

    @Test
    void aQuotedStringMeansWhatStandsInIt() {
        assertThat(HeaderValues.unquoted("\"a\\\"b\"")).isEqualTo("a\"b");
        assertThat(HeaderValues.unquoted("token")).isEqualTo("token");
        assertThat(HeaderValues.unquoted("\"")).isEqualTo("\"");
    }
}
