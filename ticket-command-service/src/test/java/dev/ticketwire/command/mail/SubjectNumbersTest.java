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
                "#100001! | 100001",
                "#100001, #x | 100001",
                "Re: #IT_0001 late | IT_0001",
                "Re: #2025/0001. | 2025/0001",
                "Re: (#IT.77) | IT.77",
                "#T:5: x | T:5",
                "#Ä-1 x | Ä-1",
                "#A--/1 x | A--/1",
                "#-7 x | -7",
                "#A+1 x | A+1",
                "#2025/0001 and #3 | 2025/0001",
            })
    void aNumberStandsBehindASharpWhateverStandsBeforeItOrIsInIt(String subject, String number) {
        assertThat(SubjectNumbers.in(subject)).first().isEqualTo(number);
    }

    @Test
    void whatFollowsWithoutABlankMayBelongToItOrNot() {
        assertThat(SubjectNumbers.in("#100001/Printer,#7:x"))
                .containsExactly("100001/Printer,#7:x", "100001/Printer,#7", "100001/Printer", "100001", "7:x", "7");
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
