package dev.ticketwire.command.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectNumbersTest {
    @Test
    void aNumberStandsInBracketsOrAsAWord() {
        assertThat(SubjectNumbers.in("Re: Cannot log in [#100001]")).containsExactly("100001");
        assertThat(SubjectNumbers.in("#R-0001: and [#A#0007] too")).containsExactly("R-0001", "A#0007");
    }

    @Test
    void whatOnlyLooksLikeOneIsNone() {
        assertThat(SubjectNumbers.in("C# and a#5, &#160; or # 7, [100001], 100001"))
                .isEmpty();
    }

    @Test
    void onlyTheFirstCount() {
        assertThat(SubjectNumbers.in("#1 #2 #3 #4 #5 #6")).hasSize(5);
    }
}
