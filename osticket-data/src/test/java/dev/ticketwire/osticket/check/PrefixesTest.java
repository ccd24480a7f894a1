package dev.ticketwire.osticket.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixesTest {
    @ParameterizedTest
    @ValueSource(strings = {"ost_", "", "help_desk_", "OST", "ost_ticket_"})
    void aHelpDeskIsFoundByWhateverPrefix(String prefix) {
        assertThat(Prefixes.of(tables(prefix).toList())).containsExactly(prefix);
    }

    @Test
    void aHelpDeskIsFoundAlsoWhenHalfOfItIsMissing() {
        assertThat(Prefixes.of(tables("ost_").limit(20).toList())).containsExactly("ost_");
    }

    @Test
    void allHelpDesksAreFound() {
        List<String> tables = new ArrayList<>(tables("b_").toList());
        tables.addAll(tables("a_").toList());

        assertThat(Prefixes.of(tables)).containsExactly("a_", "b_");
    }

    @Test
    void anotherApplicationIsNoHelpDesk() {
        assertThat(Prefixes.of(List.of("wp_staff", "wp_ticket", "my_ticket_status", "department")))
                .isEmpty();
    }

    @Test
    void aPrefixThatCouldNotBePartOfAStatementIsNone() {
        assertThat(Prefixes.of(tables("it's ").toList())).isEmpty();
    }

    private static Stream<String> tables(String prefix) {
        return NeededTables.OF_OSTICKET.stream().map(table -> table.in(prefix));
    }
}
