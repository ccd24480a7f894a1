package dev.ticketwire.command.notice.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.notice.TestHelpDesk;
import dev.ticketwire.osticket.schema.FormField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTextsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text|{}|a <b> &amp; c|a <b> &amp; c",
                "memo|{}|<p>one <b>two</b></p>|one two",
                "memo|{\"html\":false}|one <two>|one <two>",
                "phone|{}|5551234567|(555) 123-4567",
                "bool|{}|1|Yes",
                "choices|{}|{\"m\":\"Medium\",\"l\":\"Large\"}|Medium, Large",
            })
    void anAnswerIsShownByItsType(String type, String configuration, String stored, String shown) {
        FormField field = new FormField();
        field.type = type;
        field.configuration = configuration;

        assertThat(AnswerTexts.shown(field, stored, 0, new TestHelpDesk().build())
                        .strip())
                .isEqualTo(shown);
    }
}
