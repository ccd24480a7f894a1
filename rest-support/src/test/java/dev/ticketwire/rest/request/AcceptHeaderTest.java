package dev.ticketwire.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptHeaderTest {
    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "text/csv;q=0.1",
                "text/csv, */*",
                "text/csv, text/*;q=0.1",
                "text/csv, application/json;q=0.9",
                "*/*;q=0.1, TEXT/CSV"
            })
    void aTypeThatIsNamedIsAskedFor(String header) {
        assertThat(AcceptHeader.parse(header).asksFor(CSV, JSON)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "text/*",
                "application/json",
                "application/json, text/csv",
                "text/csv, application/json",
                "text/csv;q=0.5, */*",
                "text/csv;q=0, */*",
                "text/csv;q=0"
            })
    void aTypeOfWhichOnlyAWildcardTellsOrThatIsNoBetterThanTheUsualOneIsNot(String header) {
        assertThat(AcceptHeader.parse(header).asksFor(CSV, JSON)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "TEXT/CSV",
                "text/csv;header=present",
                "text/csv; charset=utf-8; q=0.5",
                "text/*",
                "application/json;q=0.1, text/csv;q=0.9",
                "text/csv ; q = 0.4 , application/json ; q = 0.3",
                "text/csv, */*;q=0.8",
                "text/csv;q=0.001",
                "application/json;q=0, */*",
                "application/json;q=0.0, text/csv;q=0.2",
                "application/*;q=0.3, text/csv;q=0.31",
                "application/json;x=\"a,text/html\";q=0.2, text/csv;q=0.3",
                "text/csv;q=1., *;q=.2",
                "application/json;Q=0.1, text/csv;Q=0.2"
            })
    void whatHasTheHigherWeightIsPreferred(String header) {
        assertThat(AcceptHeader.parse(header).prefers(CSV, JSON)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json, text/csv",
                "text/csv, application/json",
                "text/csv;q=0.5, application/json;q=0.5",
                "application/json, text/csv, application/problem+json",
                "*/*",
                "*",
                "text/csv, */*",
                "text/*, application/json",
                "application/json;q=0.9, text/csv;q=0.1",
                "text/csv;q=0, application/json",
                "text/csv;q=0",
                "text/csv;q=0.000, */*;q=0.1",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "text/html, image/png",
                "application/x;y=\"text/csv\"",
                "text/csv+json",
                "nonsense",
                "text/csv;q=abc",
                "text/csv;q=-1, application/json;q=0.1",
                "text/csv;q=1.5, application/json;q=0.1",
                "text/csv;q=., application/json;q=0.1",
                "\"",
                ",;,",
                ""
            })
    void atATieAndWhereItIsNotWantedTheUsualOneStays(String header) {
        assertThat(AcceptHeader.parse(header).prefers(CSV, JSON)).isFalse();
    }

    @Test
    void withoutTheHeaderTheUsualOneStays() {
        assertThat(AcceptHeader.parse(null).prefers(CSV, JSON)).isFalse();
    }
}
