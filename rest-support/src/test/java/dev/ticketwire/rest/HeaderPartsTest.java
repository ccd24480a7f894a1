package dev.ticketwire.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeaderPartsTest {

    @Test
    void whatStandsInQuotesIsNotTakenApart() {
        assertThat(HeaderParts.split("a=\"1,\\\"2\", b ,, c", ',')).containsExactly("a=\"1,\\\"2\"", "b", "c");
        assertThat(HeaderParts.split("\"open, c", ',')).containsExactly("\"open, c");
        assertThat(HeaderParts.split("", ',')).isEmpty();
    }

    @Test
    void aQuotedStringMeansWhatStandsInIt() {
        assertThat(HeaderParts.unquoted("\"a\\\"b\"")).isEqualTo("a\"b");
        assertThat(HeaderParts.unquoted("token")).isEqualTo("token");
        assertThat(HeaderParts.unquoted("\"")).isEqualTo("\"");
    }
}
