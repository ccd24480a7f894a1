package dev.ticketwire.command.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectNumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Re: Cannot log in [#100001] | 100001",
                "#R-0001: late | R-0001",
                "and [#A#0007] too | A#0007",
                "Ticket#100001 broken | 100001",
                "AW: [Ticket#135954] S | 135954",
                "Invoice_#77 | 77",
                "(#100001) | 100001",
                "[#100001: still] | 100001",
                "Größe#5 | 5",
            })
    void aNumberStandsBehindASharpWhateverStandsBeforeIt(String subject, String number) {
        assertThat(SubjectNumbers.in(subject)).containsExactly(number);
    }

    @Test
    void whatOnlyLooksLikeOneIsNone() {
        assertThat(SubjectNumbers.in("C# and &#160; or # 7, [100001], 100001")).isEmpty();
    }

    @Test
    void onlyTheFirstCount() {
        assertThat(SubjectNumbers.in("#1 #2 #3 #4 #5 #6")).hasSize(5);
    }
}
