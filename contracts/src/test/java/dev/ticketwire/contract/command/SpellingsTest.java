package dev.ticketwire.contract.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.problem.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpellingsTest {
    private final Spellings spellings = new Spellings(Map.of("statusId", "status", "childId", "number"));

    @Test
    void aRefusalIsAboutTheMemberAsItWasSent() {
        assertThat(spellings.of(refusal("statusId"))).isEqualTo(refusal("status"));
        assertThat(spellings.of(refusal("slaId"))).isEqualTo(refusal("slaId"));
        assertThat(spellings.of(refusal(null))).isEqualTo(refusal(null));
    }

    @Test
    void theyAreReadAsTheyAreWritten() {
        assertThat(spellings).hasToString("childId=number statusId=status");
        assertThat(Spellings.parse(spellings.toString())).isEqualTo(spellings);
        assertThat(Spellings.parse(null)).isEqualTo(Spellings.NONE);
        assertThat(Spellings.parse(Spellings.NONE.toString())).isEqualTo(Spellings.NONE);
    }

    private static Refusal refusal(@Nullable String field) {
        return new Refusal("not-found", 404, "Not found", field);
    }
}
