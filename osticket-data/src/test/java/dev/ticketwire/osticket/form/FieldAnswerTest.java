package dev.ticketwire.osticket.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.ListItem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldAnswerTest {
    private static final String SEVERITY =
            "{\"choices\":\"minor:Minor\\nmajor:Major\\r\\ncritical:Critical \\/ É\\nplain\",\"multiselect\":%s}";

    @Test
    void nothingSentIsStillAnAnswer() {
        assertThat(answer("text", null, null)).isEqualTo(new FieldAnswer(null, "", "", List.of()));
        assertThat(answer("text", null, "")).isEqualTo(new FieldAnswer(null, "", "", List.of()));
        assertThat(answer("memo", null, null)).isEqualTo(new FieldAnswer(null, "", "", List.of()));
        assertThat(answer("phone", null, null)).isEqualTo(new FieldAnswer(null, "", "", List.of()));
        assertThat(answer("choices", severity(false), null)).isEqualTo(new FieldAnswer(null, "", "", List.of()));
        assertThat(answer("datetime", null, null)).isEqualTo(new FieldAnswer(null, "0", "", List.of()));
        assertThat(answer("bool", null, null)).isEqualTo(new FieldAnswer("0", "0", "No", List.of()));
        assertThat(answer("department", null, "x")).isEqualTo(new FieldAnswer(null, "", "", List.of()));
    }

    @Test
    void textIsStrippedOfTagsAndStoredUntrimmed() {
        FieldAnswer answer = answer("text", "{\"length\":3}", " a <b>x</b> &amp; &lt;i&gt;y ");

        assertThat(answer).isEqualTo(FieldAnswer.plain(" a x & y "));
        assertThat(answer("text", null, 4711)).isEqualTo(FieldAnswer.plain("4711"));
        assertThat(answer("text", null, List.of("x"))).isEqualTo(FieldAnswer.plain("x"));
        assertThat(answer("text", null, "0")).isEqualTo(FieldAnswer.plain("0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | =1 | Content cannot start with the following characters: = - + @",
                "{\"validator\":\"email\"} | x | Enter a valid email address",
                "{\"validator\":\"phone\"} | x | Enter a valid phone number",
                "{\"validator\":\"ip\"} | x | Enter a valid IP address",
                "{\"validator\":\"number\"} | x | Enter a number",
                "{\"validator\":\"regex\",\"regex\":\"/^[a-c]+$/\"} | x | Value does not match required pattern",
                "{\"validator\":\"number\",\"validator-error\":\"Digits!\"} | x | Digits!",
            })
    void textIsCheckedAsItsFieldAsks(String configuration, String sent, String error) {
        assertThat(answer("text", configuration, sent).errors()).containsExactly(error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | x=1",
                "{\"validator\":\"email\"} | a@b.c",
                "{\"validator\":\"phone\"} | +1 555 123 4567",
                "{\"validator\":\"ip\"} | 192.0.2.1",
                "{\"validator\":\"ip\"} | 2001:db8::1",
                "{\"validator\":\"number\"} | -1.5e3",
                "{\"validator\":\"regex\",\"regex\":\"/^[a-c]+$/i\"} | ABC",
                "{\"validator\":\"regex\",\"regex\":\"/((/\"} | x",
                "{\"validator\":\"none\"} | -x",
                "not json | x",
            })
    void textThatPassesTheCheckIsTaken(String configuration, String sent) {
        assertThat(answer("text", configuration, sent)).isEqualTo(FieldAnswer.plain(sent));
    }

    @Test
    void aRequiredFieldHasToBeAnswered() {
        for (String type : List.of("text", "memo", "phone", "choices", "datetime", "bool")) {
            FormField field = field(type, null);
            field.flags = 0x401;

            assertThat(FieldAnswer.of(field, null, List.of()).errors()).containsExactly("Version is a required field");
            assertThat(FieldAnswer.of(field, "", List.of()).errors()).containsExactly("Version is a required field");
        }
    }

    @Test
    void aRequiredFieldIsAnsweredByABlankAndByZero() {
        FormField field = field("text", null);
        field.flags = 0x401;

        assertThat(FieldAnswer.of(field, " ", List.of()).errors()).isEmpty();
        assertThat(FieldAnswer.of(field, "0", List.of()).errors()).isEmpty();
    }

    @Test
    void aMemoIsHtmlUnlessItsFieldSaysOtherwise() {
        assertThat(answer("memo", null, "<b>a</b>\nb<script>x</script>"))
                .isEqualTo(new FieldAnswer("<b>a</b> b", "<b>a</b> b", "a b", List.of()));
        assertThat(answer("memo", "{\"html\":false}", "a\nb"))
                .isEqualTo(new FieldAnswer("a\nb", "a\nb", "a b", List.of()));
        assertThat(answer("memo", "{\"html\":\"\"}", "a\nb").value()).isEqualTo("a\nb");
    }

    @Test
    void aChoiceIsStoredWithItsLabel() {
        assertThat(answer("choices", severity(false), "major"))
                .isEqualTo(new FieldAnswer("{\"major\":\"Major\"}", "major", "Major", List.of()));
        assertThat(answer("choices", severity(false), "critical"))
                .isEqualTo(new FieldAnswer(
                        "{\"critical\":\"Critical \\/ \\u00c9\"}", "critical", "Critical / É", List.of()));
        assertThat(answer("choices", severity(false), "plain").value()).isEqualTo("{\"plain\":\"plain\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Major", "nuclear"})
    void whatIsNoChoiceIsStoredAndMeansNothing(String sent) {
        assertThat(answer("choices", severity(false), sent)).isEqualTo(new FieldAnswer(sent, "", "", List.of()));
    }

    @Test
    void severalChoicesAreKeysOfAnObjectOrStayAList() {
        assertThat(answer("choices", severity(true), new java.util.TreeMap<>(Map.of("minor", "x", "major", "y"))))
                .isEqualTo(new FieldAnswer(
                        "{\"major\":\"Major\",\"minor\":\"Minor\"}", "major, minor", "Major, Minor", List.of()));
        assertThat(answer("choices", severity(true), List.of("major", "nope", "minor")))
                .isEqualTo(
                        new FieldAnswer("[\"major\",\"nope\",\"minor\"]", "major, minor", "Major, Minor", List.of()));
        assertThat(answer("choices", severity(false), List.of("major", "minor")).value())
                .isEqualTo("{\"major\":\"Major\"}");
    }

    @ParameterizedTest
    @CsvSource({"true, 1, Yes", "1, 1, Yes", "on, 1, Yes", "false, 0, No", "0, 0, No", "'', 0, No"})
    void aFlagIsYesOrNo(String sent, String value, String shown) {
        assertThat(answer("bool", null, sent)).isEqualTo(new FieldAnswer(value, value, shown, List.of()));
    }

    @Test
    void aFlagMayBeABoolean() {
        assertThat(answer("bool", null, true).value()).isEqualTo("1");
        assertThat(answer("bool", null, false).value()).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-20T12:30:00, false, 6/20/25",
        "2025-06-20,          false, 6/20/25",
        "2026-12-24 18:00,    true,  '12/24/26, 6:00 PM'",
        "12/24/2026,          false, 12/24/26",
        "24.12.2026 08:05,    true,  '12/24/26, 8:05 AM'",
    })
    void aDateIsStoredAsSentAndShownShort(String sent, boolean time, String shown) {
        assertThat(answer("datetime", "{\"time\":" + time + "}", sent))
                .isEqualTo(new FieldAnswer(sent, sent, shown, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "2025-02-30", "13/13/2025", "2025"})
    void whatIsNoDateIsStoredAsItCameAndShowsNothing(String sent) {
        assertThat(answer("datetime", null, sent)).isEqualTo(new FieldAnswer(sent, sent, "", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "2025-02-30", "13/13/2025", "2025"})
    void aShortPathTakesNothingThatIsNoDate(String sent) {
        assertThatThrownBy(() -> strict("datetime", null, sent))
                .isInstanceOf(Refused.class)
                .hasMessage("Enter a valid date");
    }

    static List<Object> waysOfSayingMajor() {
        return List.of("major", "Major", " MAJOR ", List.of("major"), Map.of("major", "whatever"));
    }

    @ParameterizedTest
    @MethodSource("waysOfSayingMajor")
    void aShortPathTakesAChoiceByValueOrLabelAndStoresBoth(Object sent) {
        assertThat(strict("choices", severity(false), sent))
                .isEqualTo(new FieldAnswer("{\"major\":\"Major\"}", "major", "Major", List.of()));
    }

    static List<Object> noChoices() {
        return List.of(
                "nope",
                5,
                1.5,
                true,
                List.of("major", "minor"),
                List.of("nope"),
                List.of(List.of("major")),
                Map.of("nope", "Major"),
                "major, minor");
    }

    @ParameterizedTest
    @MethodSource("noChoices")
    void aShortPathTakesNoOtherChoice(Object sent) {
        assertThatThrownBy(() -> strict("choices", severity(false), sent)).isInstanceOf(Refused.class);
    }

    @Test
    void aShortPathStoresSeveralChoicesWithTheirLabelsAndRefusesAllForOne() {
        assertThat(strict("choices", severity(true), List.of("Minor", "major")))
                .isEqualTo(new FieldAnswer(
                        "{\"minor\":\"Minor\",\"major\":\"Major\"}", "minor, major", "Minor, Major", List.of()));
        assertThatThrownBy(() -> strict("choices", severity(true), List.of("minor", "nope")))
                .hasMessage("Version must be one of its choices");
    }

    @Test
    void nothingIsNoChoiceAndThereforeNoAnswer() {
        for (Object nothing : new Object[] {"", "  ", List.of(), Map.of()}) {
            assertThat(strict("choices", severity(false), nothing)).isEqualTo(FieldAnswer.plain(null));
        }
        assertThat(strict("choices", severity(false), null)).isEqualTo(FieldAnswer.plain(null));
    }

    @Test
    void aShortPathTakesOnlyItemsOfTheFieldsOwnListThatAreSwitchedOn() {
        ListItem off = item(8, 2, "Grey");
        off.status = 0;
        List<ListItem> items = List.of(item(5, 2, "Red"), item(7, 3, "Green"), off);
        FieldAnswer red = new FieldAnswer("{\"5\":\"Red\"}", "5", "Red", List.of());

        assertThat(FieldAnswer.of(field("list-2", null), 5, items, true)).isEqualTo(red);
        assertThat(FieldAnswer.of(field("list-2", null), "red", items, true)).isEqualTo(red);
        for (Object none : List.of("Green", 7, "Grey", 8)) {
            assertThatThrownBy(() -> FieldAnswer.of(field("list-2", null), none, items, true))
                    .isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "Yes, 1", "1, 1", "' on ', 1", "false, 0", "no, 0", "0, 0", "OFF, 0", "'', 0"})
    void aShortPathTakesTheWordsForYesAndNo(String sent, String value) {
        assertThat(strict("bool", null, sent).value()).isEqualTo(value);
    }

    @Test
    void aShortPathTakesNothingElseForYesOrNo() {
        for (Object none : List.of("maybe", 2, 1.5, List.of(true), Map.of("a", 1))) {
            assertThatThrownBy(() -> strict("bool", null, none))
                    .isInstanceOf(Refused.class)
                    .hasMessage("Version must be true or false");
        }
        assertThat(strict("bool", null, true).value()).isEqualTo("1");
        assertThat(strict("bool", null, 0).value()).isEqualTo("0");
    }

    @Test
    void aPhoneNumberIsStoredAsDigits() {
        assertThat(answer("phone", null, "(555) 123-4567"))
                .isEqualTo(new FieldAnswer("5551234567", "5551234567", "(555) 123-4567", List.of()));
        assertThat(answer("phone", null, "123").errors()).containsExactly("Enter a valid phone number");
        assertThat(answer("phone", "{\"digits\":3}", "123").errors()).isEmpty();
    }

    @Test
    void anItemOfACustomListIsNamedByIdOrValue() {
        List<ListItem> items = List.of(item(5, 2, "Red"), item(6, 2, "Blue"), item(7, 3, "Red"));
        FieldAnswer red = new FieldAnswer("{\"5\":\"Red\"}", "5", "Red", List.of());

        assertThat(FieldAnswer.of(field("list-2", null), "Red", items)).isEqualTo(red);
        assertThat(FieldAnswer.of(field("list-2", null), 5, items)).isEqualTo(red);
        assertThat(FieldAnswer.of(field("list-2", null), Map.of("5", "Red"), items))
                .isEqualTo(red);
        assertThat(FieldAnswer.of(field("list-2", null), "Green", items))
                .isEqualTo(new FieldAnswer("Green", "", "", List.of()));
        assertThat(FieldAnswer.of(field("list-2", "{\"multiselect\":true}"), List.of("Blue", "5"), items))
                .isEqualTo(new FieldAnswer("{\"6\":\"Blue\",\"5\":\"Red\"}", "6, 5", "Blue, Red", List.of()));
    }

    @Test
    void messagesAndTextsBetweenFieldsHaveNoAnswer() {
        assertThat(List.of("thread", "break", "info")).noneMatch(FieldAnswer::hasAnswer);
        assertThat(List.of("text", "priority", "list-1")).allMatch(FieldAnswer::hasAnswer);
    }

    private static FieldAnswer answer(String type, @Nullable String configuration, @Nullable Object sent) {
        return FieldAnswer.of(field(type, configuration), sent, List.of());
    }

    private static FieldAnswer strict(String type, @Nullable String configuration, @Nullable Object sent) {
        return FieldAnswer.of(field(type, configuration), sent, List.of(), true);
    }

    private static FormField field(String type, @Nullable String configuration) {
        FormField field = new FormField();
        field.type = type;
        field.label = "Version";
        field.configuration = configuration;
        return field;
    }

    private static ListItem item(int id, int listId, String value) {
        ListItem item = new ListItem();
        item.id = id;
        item.listId = listId;
        item.value = value;
        item.status = 1;
        return item;
    }

    private static String severity(boolean several) {
        return String.format(SEVERITY, several);
    }
}
