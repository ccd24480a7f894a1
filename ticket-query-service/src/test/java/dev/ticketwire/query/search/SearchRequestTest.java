package dev.ticketwire.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.contract.problem.Refused;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchRequestTest {
    private static final Set<String> KNOWN = Set.of("query", "limit");

    @Test
    void theLastValueOfANameCounts() {
        LenientQuery query = LenientQuery.parse("query=portal&query=printer", KNOWN);

        assertThat(query.get("query")).isEqualTo("printer");
    }

    @Test
    void valuesAreDecodedAndTrimmed() {
        LenientQuery query = LenientQuery.parse("query=%20Gr%C3%B6%C3%9Fe+%26%20more%0A&limit=%zz%4", KNOWN);

        assertThat(query.get("query")).isEqualTo("Größe & more");
        assertThat(query.get("limit")).isEqualTo("%zz%4");
    }

    @Test
    void emptyValuesAreAbsent() {
        LenientQuery query = LenientQuery.parse("query=%20%20&limit", KNOWN);

        assertThat(query.get("query")).isNull();
        assertThat(query.get("limit")).isNull();
        assertThat(LenientQuery.parse(null, KNOWN).get("query")).isNull();
    }

    @Test
    void arraysOfKnownNamesAreRefused() {
        assertThatThrownBy(() -> LenientQuery.parse("foo[]=1&limit%5Ba%5D=2&query[]=3", KNOWN))
                .isInstanceOf(Refused.class)
                .hasMessage("Invalid value for limit");
    }

    @ParameterizedTest
    @CsvSource({"updated, UPDATED", "NUMBER, NUMBER", "created desc, CREATED", ", CREATED"})
    void anUnknownOrderIsByCreation(String text, SearchOrder sort) {
        assertThat(SearchOrder.parse(text)).isEqualTo(sort);
    }
}
