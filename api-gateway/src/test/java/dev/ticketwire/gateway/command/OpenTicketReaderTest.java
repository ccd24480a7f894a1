package dev.ticketwire.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.problem.Refused;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenTicketReaderTest {

    @Test
    void nothingSentIsACommandOfDefaults() {
        OpenTicket command = read(Map.of());

        assertThat(command.requester().name()).isNull();
        assertThat(command.content().format()).isNull();
        assertThat(command.notifications().alert()).isTrue();
        assertThat(command.notifications().autorespond()).isTrue();
        assertThat(command.origin().source()).isEqualTo("API");
        assertThat(command.origin().ip()).isEqualTo("192.0.2.7");
        assertThat(command.content().attachments()).isEmpty();
        assertThat(command.fields()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "markdown, markdown",
        "MD, markdown",
        "' markdown ', markdown",
        "HTML, html",
        "plain, text",
        "txt, text",
        "text, text"
    })
    void aFormatIsNormalized(String sent, String format) {
        assertThat(read(Map.of("format", sent)).content().format()).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({
        "'', Format cannot be empty",
        "'  ', Format cannot be empty",
        "rtf, 'Invalid format. Allowed: markdown, html, text'"
    })
    void anUnknownFormatIsRefused(String sent, String text) {
        Refused refused = refused(Map.of("format", sent));

        assertThat(refused.refusal().text()).isEqualTo(text);
        assertThat(refused.refusal().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"api, API", "WEB, Web", "email, Email", "Phone, Phone", "other, Other"})
    void aSourceIsStoredInItsSpelling(String sent, String source) {
        assertThat(read(Map.of("source", sent)).origin().source()).isEqualTo(source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fax", "", "staff"})
    void anUnknownSourceIsRefused(String sent) {
        assertThat(refused(Map.of("source", sent)).refusal().text())
                .isEqualTo("Unable to create new ticket :origin\nInvalid ticket origin given");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "", "false", "FALSE"})
    void textThatMeansFalseIsFalse(String sent) {
        assertThat(read(Map.of("alert", sent)).notifications().alert()).isFalse();
    }

    @Test
    void otherFalseValuesAreFalseAndTheRestIsTrue() {
        assertThat(read(Map.of("alert", false)).notifications().alert()).isFalse();
        assertThat(read(Map.of("alert", 0)).notifications().alert()).isFalse();
        assertThat(read(Map.of("alert", List.of())).notifications().alert()).isFalse();
        assertThat(read(Map.of("autorespond", "no")).notifications().autorespond())
                .isTrue();
        assertThat(read(Map.of("autorespond", 2)).notifications().autorespond()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "format",
                "departmentId",
                "parentTicketNumber",
                "name",
                "email",
                "subject",
                "message",
                "topicId",
                "priorityId",
                "statusId",
                "ip"
            })
    void aValueOfTheWrongTypeNamesItsField(String field) {
        assertThat(refused(Map.of(field, List.of("a"))).refusal().text()).isEqualTo("Invalid value for " + field);
        assertThat(refused(Map.of(field, true)).refusal().text()).isEqualTo("Invalid value for " + field);
        assertThat(refused(Map.of(field, 2.5)).refusal().text()).isEqualTo("Invalid value for " + field);
    }

    @Test
    void aWholeNumberOfMoreThan64BitsIsNone() {
        assertThat(refused(Map.of("topicId", new BigInteger("9223372036854775808")))
                        .refusal().text())
                .isEqualTo("Invalid value for topicId");
    }

    @Test
    void aNumberIsNoMessage() {
        assertThat(refused(Map.of("message", 42)).refusal().text()).isEqualTo("Invalid value for message");
    }

    @Test
    void idsMayBeNumbersOrText() {
        OpenTicket command = read(Map.of("departmentId", 2, "topicId", "Billing", "parentTicketNumber", 100001L));

        assertThat(command.routing().department()).isEqualTo("2");
        assertThat(command.routing().topic()).isEqualTo("Billing");
        assertThat(command.parent()).isEqualTo("100001");
    }

    @Test
    void theFormsOwnPriorityWinsOverPriorityId() {
        assertThat(read(Map.of("priority", 1, "priorityId", 4)).routing().priority())
                .isEqualTo("1");
        assertThat(read(Map.of("priorityId", 4)).routing().priority()).isEqualTo("4");
    }

    @Test
    void parentTicketIdIsAnAlias() {
        assertThat(read(Map.of("parentTicketId", 7)).parent()).isEqualTo("7");
        assertThat(read(Map.of("parentTicketId", 7, "parentTicketNumber", "8")).parent())
                .isEqualTo("8");
    }

    @Test
    void aDueDateOfTheWrongTypeGetsTheWordsForInvalidDates() {
        assertThat(refused(Map.of("dueDate", 5)).refusal().text())
                .startsWith("Invalid date format for dueDate. Expected ISO 8601");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" nina@example.org ", "\r\nnina@example.org\t", "<nina@example.org>", "N <nina@example.org>"})
    void ofAnEmailTheAddressCounts(String sent) {
        assertThat(read(Map.of("email", sent)).requester().email()).isEqualTo("nina@example.org");
    }

    @Test
    void theNameBesideAnAddressCountsOnlyWhereThereIsNoOther() {
        String sent = "\"New, Nina\" <nina@example.org>";

        assertThat(read(Map.of("email", sent)).requester().name()).isEqualTo("New, Nina");
        assertThat(read(Map.of("email", sent, "name", "")).requester().name()).isEqualTo("New, Nina");
        assertThat(read(Map.of("email", sent, "name", "Nina")).requester().name())
                .isEqualTo("Nina");
        assertThat(read(Map.of("email", "<nina@example.org>")).requester().name())
                .isNull();
    }

    @Test
    void whatNoFieldIsCalledIsKnownByName() {
        Map<String, @Nullable Object> sent = new LinkedHashMap<>();
        for (String name : List.of("email", "duedate", "severity", "uid", "noteTitle", "topicID")) {
            sent.put(name, "x");
        }

        assertThat(OpenTicketReader.ignored(sent, "severity"::equals)).containsExactly("uid", "noteTitle", "topicID");
    }

    @Test
    void answersToFormFieldsAreKeptAsTheyAre() {
        Map<String, Object> sent = new HashMap<>(Map.of("severity", "Major", "tags", List.of("a"), "name", "Nina"));
        sent.put("wantedby", null);

        assertThat(read(sent).fields())
                .containsOnlyKeys("severity", "tags", "wantedby")
                .containsEntry("tags", List.of("a"));
    }

    @Test
    void internalsOfTheCoreCannotBeReached() {
        assertThat(read(Map.of("uid", 1, "deptId", 2, "note", "x", "mailflags", List.of()))
                        .fields())
                .isEmpty();
    }

    @Test
    void anExternalIdIsNoFormField() {
        OpenTicket command = read(Map.of("externalId", "order 7/A"));

        assertThat(command.externalId()).isEqualTo("order 7/A");
        assertThat(command.fields()).isEmpty();
        assertThat(read(Map.of("externalId", "🎫".repeat(255))).externalId()).isNotNull();
    }

    @Test
    void anExternalIdThatIsNoneIsRefusedByName() {
        for (Object sent : List.of("", 7, true, List.of(), "x".repeat(256))) {
            assertThat(refused(Map.of("externalId", sent)).refusal().field()).isEqualTo("externalId");
        }
    }

    private static OpenTicket read(Map<String, Object> fields) {
        return OpenTicketReader.read(fields, "192.0.2.7", false);
    }

    private static Refused refused(Map<String, Object> fields) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, () -> read(fields)));
    }
}
