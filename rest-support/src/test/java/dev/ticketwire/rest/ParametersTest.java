package dev.ticketwire.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketwire.contract.problem.Refused;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ParametersTest {
    private static final Set<String> KNOWN = Set.of("status", "limit", "overdue", "order");

    @Test
    void valuesAreDecodedAndKeptInTheOrderOfArrival() {
        Parameters sent = Parameters.parse("status=Open&status=In%20Pr%C3%BCfung&limit=", KNOWN);

        assertThat(sent.all().get("status")).containsExactly("Open", "In Prüfung");
        assertThat(sent.number("limit", 20, 1, 100)).isEqualTo(20);
    }

    @Test
    void aNameNobodyKnowsIsRefusedByName() {
        assertThat(refused(() -> Parameters.parse("limt=3", KNOWN)).field()).isEqualTo("limt");
    }

    @Test
    void aBrokenEscapeIsRefusedByTheParametersName() {
        assertThat(refused(() -> Parameters.parse("status=%zz", KNOWN)).field()).isEqualTo("status");
    }

    @Test
    void whatIsNoNumberWithinBoundsIsRefused() {
        for (String value : List.of("0", "101", "-1", "1e2", "12345678901")) {
            Parameters sent = Parameters.parse("limit=" + value, KNOWN);
            assertThat(refused(() -> sent.number("limit", 20, 1, 100)).field()).isEqualTo("limit");
        }
    }

    @Test
    void whatIsSentTwiceIsRefusedWhereOneIsMeant() {
        Parameters sent = Parameters.parse("order=oldest&order=newest", KNOWN);

        assertThat(refused(() -> sent.word("order", List.of("oldest", "newest")))
                        .field())
                .isEqualTo("order");
    }

    @Test
    void aFlagIsTrueOrFalse() {
        assertThat(Parameters.parse("overdue=true", KNOWN).flag("overdue")).isTrue();
        assertThat(Parameters.parse(null, KNOWN).flag("overdue")).isFalse();
        assertThat(refused(() -> Parameters.parse("overdue=1", KNOWN).flag("overdue"))
                        .field())
                .isEqualTo("overdue");
    }

    private static Problem refused(Executable parse) {
        return Problem.of(catchThrowableOfType(Refused.class, parse::execute).refusal());
    }
}
