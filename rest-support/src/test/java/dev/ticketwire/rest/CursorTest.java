package dev.ticketwire.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ticketwire.contract.problem.Refused;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void whatTheNextLinkCarriesIsTheSamePlaceAgain() {
        String link = Cursor.of("2026-01-08 08:45:00", 5).next("/tickets", "limit=2&cursor=b2xk&sort=created");

        assertThat(link).startsWith("</tickets?limit=2&sort=created&cursor=").endsWith(">; rel=\"next\"");
        String text = link.substring(link.lastIndexOf('=', link.indexOf('>')) + 1, link.indexOf('>'));
        Cursor cursor = Objects.requireNonNull(Cursor.parse(text, 2));
        assertThat(cursor.part(0)).isEqualTo("2026-01-08 08:45:00");
        assertThat(cursor.number(1)).isEqualTo(5);
    }

    @Test
    void textThatIsNoCursorOfThisListIsRefused() {
        for (String text : new String[] {"%%%", "YWJj", ""}) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> Cursor.parse(text, 2))
                    .matches(e -> "cursor".equals(e.refusal().field()));
        }
    }
}
