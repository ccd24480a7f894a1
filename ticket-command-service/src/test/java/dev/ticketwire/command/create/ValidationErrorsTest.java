package dev.ticketwire.command.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.osticket.schema.FormField;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationErrorsTest {
    @Test
    void reasonsOfOneFieldShareALine() {
        ValidationErrors errors = new ValidationErrors();

        errors.add(field(20, "subject"), List.of("first", "second"));

        assertThat(errors.refusal().refusal())
                .isEqualTo(
                        new Refusal("invalid-ticket", 400, "Unable to create new ticket :20\nfirst,second", "subject"));
    }

    @Test
    void renumberingCountsFieldsAndLeavesWordsAlone() {
        ValidationErrors errors = new ValidationErrors();
        errors.add("user", "Incomplete client information", "email");
        errors.add(field(20, "subject"), List.of("a"));
        errors.add(field(39, "version"), List.of("b"));

        errors.renumber();

        assertThat(errors.refusal().refusal().text())
                .isEqualTo("Unable to create new ticket :user\nIncomplete client information\n0\na\n1\nb");
    }

    @Test
    void sortingFollowsTheForm() {
        ValidationErrors errors = new ValidationErrors();
        errors.add(field(22, "other"), List.of("later"));
        errors.add(field(20, "subject"), List.of("first"));

        errors.sortLike(List.of(field(20, "subject"), field(22, "other")));

        Refusal refusal = errors.refusal().refusal();
        assertThat(refusal.text()).isEqualTo("Unable to create new ticket :20\nfirst\n22\nlater");
        assertThat(refusal.field()).isEqualTo("subject");
    }

    private static FormField field(int id, String name) {
        FormField field = new FormField();
        field.id = id;
        field.name = name;
        return field;
    }
}
