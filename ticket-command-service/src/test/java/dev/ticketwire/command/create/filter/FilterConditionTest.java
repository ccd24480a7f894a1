package dev.ticketwire.command.create.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.schema.FilterRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterConditionTest {
    @ParameterizedTest
    @CsvSource({
        "equal, Hello, hELLO, true",
        "equal, Hello, Hello you, false",
        "not_equal, Hello, hello, false",
        "not_equal, Hello, '', true",
        "contains, [urgent], 'An [URGENT] matter', true",
        "contains, [urgent], urgent, false",
        "dn_contain, spam, 'no SPAM', false",
        "dn_contain, spam, ham, true",
        "starts, re:, 'RE: hello', true",
        "starts, re:, 'Hello re:', false",
        "ends, .org, nina@example.ORG, true",
        "ends, .org, nina@example.org.uk, false",
        "match, /^a.c$/i, ABC, true",
        "match, /^a.c$/, ABC, false",
        "match, '#b{2}#', abba, true",
        "match, (ab)i, xABx, true",
        "match, /unbalanced(/, unbalanced(, false",
        "match, no delimiters, no delimiters, false",
        "not_match, /x/, abc, true",
        "sounds_like, abc, abc, false"
    })
    void aRuleComparesAsOsTicketDoes(String how, String value, String text, boolean holds) {
        FilterRule rule = new FilterRule();
        rule.what = "field.20";
        rule.how = how;
        rule.value = value;

        FilterCondition condition = FilterCondition.of(rule);

        assertThat(condition.holds(name -> name.equals("field.20") ? text : "")).isEqualTo(holds);
    }
}
