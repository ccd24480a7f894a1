package dev.ticketwire.gateway.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketwire.contract.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortPathBodyTest {

    @ParameterizedTest
    @CsvSource({
        "application/json; charset=utf-8, '{\"subject\":\"s\"}'",
        "Application/JSON, '{\"subject\":\"s\"}'",
        "application/x-www-form-urlencoded, subject=s",
        "application/xml, <ticket subject=\"s\"/>",
        "text/xml, <ticket><subject>s</subject></ticket>"
    })
    void aCreateIsReadInEveryFormItHas(String type, String body) {
        assertThat(ShortPathBody.any(type, bytes(body), 8)).containsEntry("subject", "s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/octet-stream", "application/yaml", ""})
    void whatIsNeitherByItsTypeNorByItsBeginningIsRefusedByNamingWhatIsAccepted(String type) {
        Refused refused = refused(() -> ShortPathBody.any(type, bytes("subject=s"), 8));

        assertThat(refused.refusal().status()).isEqualTo(415);
        assertThat(refused.refusal().code()).isEqualTo("unsupported-media-type");
        assertThat(refused.refusal().text())
                .isEqualTo("Unsupported content type. Accepted: application/json, application/x-www-form-urlencoded,"
                        + " multipart/form-data, application/xml or text/xml");
        assertThat(refused(() -> ShortPathBody.noForm(type, bytes("subject=s"), 8))
                        .refusal().text())
                .isEqualTo("Unsupported content type. Accepted: application/json or application/xml");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "application/json",
                "application/merge-patch+json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=B",
                "application/xml",
                "text/xml; charset=utf-16",
                "application/x-ndjson",
                "text/plain"
            })
    void aBodyWithNothingInItIsSaidToBeMissingWhateverItsType(@Nullable String type) {
        for (String body : List.of("", " \r\n\t", "\uFEFF", "\uFEFF \n")) {
            List<ThrowingCallable> readings = List.of(
                    () -> ShortPathBody.any(type, bytes(body), 8),
                    () -> ShortPathBody.some(type, bytes(body), 8),
                    () -> ShortPathBody.noForm(type, bytes(body), 8),
                    () -> ShortPathBody.json(type, bytes(body), 8, "application/json"),
                    () -> ShortPathBody.utf8(type, bytes(body)));
            for (ThrowingCallable reading : readings) {
                Refused refused = refused(reading);
                assertThat(refused.refusal().status()).isEqualTo(400);
                assertThat(refused.refusal().code()).isEqualTo("body-missing");
                assertThat(refused.refusal().text()).isEqualTo("No data provided in the body");
            }
        }
    }

    @Test
    void aFormIsNoUpdate() {
        assertThat(refused(() -> ShortPathBody.noForm("application/x-www-form-urlencoded", bytes("a=1"), 8))
                        .refusal().status())
                .isEqualTo(415);
        assertThat(ShortPathBody.some("application/x-www-form-urlencoded", bytes("a=1"), 8))
                .containsEntry("a", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":1}x", "\uFEFF{", "\uFEFF\uFEFF{}", "{'a':1}"})
    void whatIsNoJsonIsRefused(String body) {
        Refused refused = refused(() -> ShortPathBody.any("application/json", bytes(body), 8));

        assertThat(refused.refusal().status()).isEqualTo(400);
        assertThat(refused.refusal().code()).isEqualTo("invalid-json");
        assertThat(refused.refusal().text()).startsWith("Invalid JSON: ").contains(" at line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[1]", "5", "\"x\"", "null", "true"})
    void whatIsNoObjectIsRefused(String body) {
        Refused refused = refused(() -> ShortPathBody.any("application/json", bytes(body), 8));

        assertThat(refused.refusal().code()).isEqualTo("invalid-value");
        assertThat(refused.refusal().text()).isEqualTo("The body must be a JSON object");
    }

    @Test
    void anObjectWithNothingInItIsNoUpdate() {
        assertThat(ShortPathBody.any("application/json", bytes("{}"), 8)).isEmpty();
        assertThat(refused(() -> ShortPathBody.noForm("application/json", bytes("{}"), 8))
                        .refusal().code())
                .isEqualTo("body-missing");
    }

    @Test
    void jsonMayBeAsDeepAsAllowedAndNoDeeper() {
        String deep = "{\"a\":".repeat(8) + "1" + "}".repeat(8);

        assertThat(ShortPathBody.any("application/json", bytes(deep), 8)).containsKey("a");
        Refused refused = refused(() -> ShortPathBody.any("application/json", bytes("{\"b\":[" + deep + "]}"), 8));
        assertThat(refused.refusal().code()).isEqualTo("json-too-deep");
        assertThat(refused.refusal().text()).isEqualTo("The JSON is nested deeper than 8 levels");
        String endless = "[".repeat(100_000);
        assertThat(refused(() -> ShortPathBody.any("application/json", bytes(endless), 8))
                        .refusal().code())
                .isEqualTo("json-too-deep");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Refused refused(ThrowingCallable reading) {
        return catchThrowableOfType(Refused.class, reading);
    }
}
