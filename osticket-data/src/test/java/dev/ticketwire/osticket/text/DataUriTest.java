package dev.ticketwire.osticket.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataUriTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "data:text/plain;base64,aGVsbG8= | text/plain | hello",
                "data:text/plain;charset=utf-8;base64,aGVs bG8 | text/plain | hello",
                "DATA:Text/Plain,hello%20w%C3%B6rld | text/plain | hello wörld",
                "data:,100% a,b%2 | `` | 100% a,b%2",
                "data:;base64,YQ== | `` | a",
                "data:application/vnd.x+json;name=a.b,{} | application/vnd.x+json | {}",
            })
    void aDataUriHasATypeAndBytes(String text, String type, String content) {
        DataUri uri = DataUri.parse(text).orElseThrow();

        assertThat(uri.type()).isEqualTo(type);
        assertThat(uri.bytes())
                .hasValueSatisfying(bytes ->
                        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data:",
                "data:text/plain",
                "date:text/plain,x",
                "data: see below, please",
                "data:text/plain;x,y"
            })
    void anythingElseIsNone(String text) {
        assertThat(DataUri.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:text/plain;base64,@@@", "data:text/plain;base64,a"})
    void whatIsNotBase64HasNoBytes(String text) {
        assertThat(DataUri.parse(text).orElseThrow().bytes()).isEmpty();
    }
}
