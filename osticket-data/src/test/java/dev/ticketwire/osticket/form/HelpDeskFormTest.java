package dev.ticketwire.osticket.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceFixture;
import dev.ticketwire.osticket.schema.FormField;
import org.junit.jupiter.api.Test;

class HelpDeskFormTest {
    private static final int DELETED = 2;
    private static final int ENABLED = 1;

    @Test
    void aDeletedFormIsNotTheTicketForm() {
        Reference reference = new ReferenceFixture()
                .form(2, "T", DELETED)
                .form(3, "U", 0)
                .form(4, "T", 0)
                .field(2, 20, "priority", ENABLED)
                .field(4, 40, "priority", ENABLED)
                .build();

        HelpDeskForm form = HelpDeskForm.ofTickets(reference);

        assertThat(form.id()).isEqualTo(4);
        assertThat(form.fieldId("priority")).isEqualTo(40);
    }

    @Test
    void aHelpDeskWithoutTheFormHasNoFields() {
        Reference reference = new ReferenceFixture().form(2, "T", DELETED).build();

        HelpDeskForm form = HelpDeskForm.ofTickets(reference);

        assertThat(form.id()).isZero();
        assertThat(form.fields()).isEmpty();
        assertThat(form.fieldId("subject")).isZero();
    }

    @Test
    void answersToADisabledFieldAreStillFound() {
        Reference reference = new ReferenceFixture()
                .form(2, "T", 0)
                .field(2, 20, "subject", ENABLED)
                .field(2, 21, "priority", 0)
                .build();

        HelpDeskForm form = HelpDeskForm.ofTickets(reference);

        assertThat(form.fieldId("priority")).isEqualTo(21);
        assertThat(form.enabledFields()).extracting(field -> field.id).containsExactly(20);
    }

    @Test
    void aFieldWithoutANameIsAnsweredByItsId() {
        FormField field = new FormField();
        field.id = 7;

        assertThat(field.answerName()).isEqualTo("field_7");
    }
}
