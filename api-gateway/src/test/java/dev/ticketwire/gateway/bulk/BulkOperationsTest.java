package dev.ticketwire.gateway.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkOperationsTest {
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    @ParameterizedTest
    @ValueSource(strings = {"{\"operations\":[{\"op\":\"a\"},5]}", "[{\"op\":\"a\"},5]"})
    void aListIsTakenBareOrByItsName(String body) {
        assertThat(of(JSON, body))
                .extracting(BulkOperations.ParsedOperation::value)
                .containsExactly(Map.of("op", "a"), 5);
    }

    @Test
    void everyLineIsAnOperationAndBlankOnesAreSkipped() {
        List<BulkOperations.ParsedOperation> operations = of(LINES, "\r\n{\"op\":\"a\"}\r\n \n{broken\n5");

        assertThat(operations)
                .extracting(BulkOperations.ParsedOperation::value)
                .containsExactly(Map.of("op", "a"), null, 5);
        Refusal unreadable = Objects.requireNonNull(operations.get(1).error());
        assertThat(unreadable.code()).isEqualTo("invalid-json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | [] | operations-number | operations",
                "application/json | {\"operations\":[]} | operations-number | operations",
                "application/json | {} | invalid-value | operations",
                "application/json | 5 | invalid-value | operations",
                "application/json | {\"operations\":{}} | invalid-value | operations",
                "application/json | {\"operations\":[],\"atomic\":true} | unknown-field | atomic",
                "application/json | [ | invalid-json | ",
                "application/x-ndjson | '' | body-missing | ",
                "application/json | ' ' | body-missing | ",
                "text/plain | '' | body-missing | "
            })
    void whatIsNoBulkAsAWholeIsRefused(String type, String body, String code, String field) {
        Refused refused = refused(type, body);

        assertThat(refused.refusal().status()).isEqualTo(400);
        assertThat(refused.refusal().code()).isEqualTo(code);
        assertThat(refused.refusal().field()).isEqualTo(field);
    }

    @Test
    void aThousandAreTheMost() {
        assertThat(of(LINES, "{}\n".repeat(1000))).hasSize(1000);
        assertThat(refused(LINES, "{}\n".repeat(1001)).refusal().code()).isEqualTo("operations-number");
        assertThat(of(JSON, "[{}" + ",{}".repeat(999) + "]")).hasSize(1000);
        assertThat(refused(JSON, "[{}" + ",{}".repeat(1000) + "]").refusal().text()).isEqualTo("A bulk has 1 to 1000 operations");
    }

    @Test
    void jsonIsReadWhateverItIsCalledAndLinesByTheirContentType() {
        assertThat(of("text/plain", " [{},{}]")).hasSize(2);
        assertThat(of("", "{\"operations\":[{}]}")).hasSize(1);
        assertThat(of("application/jsonl", "\uFEFF{}\n{}")).hasSize(2);
        assertThat(refused("application/json", "[{},").refusal().text()).contains("line 1, column 5");
    }

    @Test
    void anyOtherContentTypeIsRefused() {
        Refused refused = refused("text/plain", "op=delete");

        assertThat(refused.refusal().status()).isEqualTo(415);
        assertThat(refused.refusal().text()).endsWith("Accepted: application/json or application/x-ndjson");
    }

    @Test
    void theDataOfAnOperationMayBeAsDeepAsThatOfARequest() {
        String data = "{\"a\":".repeat(8) + "1" + "}".repeat(8);

        assertThat(of(JSON, "{\"operations\":[{\"op\":\"create\",\"data\":" + data + "}]}"))
                .hasSize(1);
        assertThat(of(LINES, "{\"op\":\"create\",\"data\":" + data + "}").get(0).error())
                .isNull();
        assertThat(of(LINES, "{\"op\":\"create\",\"data\":{\"b\":" + data + "}}")
                        .get(0)
                        .error())
                .isNotNull();
    }

    private static List<BulkOperations.ParsedOperation> of(String type, String body) {
        return BulkOperations.parse(type, body.getBytes(StandardCharsets.UTF_8), 8);
    }

    private static Refused refused(String type, String body) {
        return catchThrowableOfType(Refused.class, () -> of(type, body));
    }
}
