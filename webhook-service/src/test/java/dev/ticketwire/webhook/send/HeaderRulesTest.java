package dev.ticketwire.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.contract.problem.Refused;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {
    private static final String VALUE = "s3cret";

    @Test
    void usualHeadersAreAccepted() {
        Map<String, String> headers =
                Map.of("Authorization", "Bearer a.b-c", "X-Token", "a b\tc", "Accept", "*/*", "X-E", "");

        assertThat(HeaderRules.check(headers)).isEqualTo(headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host",
                "host",
                "Connection",
                "Content-Length",
                "content-type",
                "Transfer-Encoding",
                "TE",
                "Trailer",
                "Upgrade",
                "Keep-Alive",
                "Proxy-Authorization",
                "Expect",
                "webhook-id",
                "Webhook-Signature",
                "webhook-anything",
                "X-Forwarded-For",
                "Forwarded",
                "X-Real-IP",
                "User-Agent",
                "Accept-Encoding",
                "a b",
                "a:b",
                "",
                "ä",
                "a\r\nb"
            })
    void headersOfTheDeliveryAndInvalidNamesAreRefused(String name) {
        assertRefused(Map.of(name, VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX: y", "a\nb", "a\u0000b", "ä", " a", "a ", "\u007F"})
    void invalidValuesAreRefusedWithoutShowingThem(String value) {
        assertThatThrownBy(() -> HeaderRules.check(Map.of("X-A", value)))
                .hasMessage("headers has a value with characters that are not valid: X-A");
    }

    @Test
    void numberAndSizeAreBounded() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 21; i++) {
            many.put("X-" + i, VALUE);
        }
        assertRefused(many);
        assertRefused(Map.of("X-A", "x".repeat(4_097)));
        assertRefused(Map.of("X-A", "x".repeat(4_000), "X-B", "x".repeat(4_000), "X-C", "x".repeat(4_000)));
        assertRefused(Map.of("x".repeat(65), VALUE));
        assertRefused(Map.of("X-A", VALUE, "x-a", VALUE));
    }

    private static void assertRefused(Map<String, String> headers) {
        assertThatThrownBy(() -> HeaderRules.check(headers))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal().field()).isEqualTo("headers");
                    assertThat(refused.refusal().status()).isEqualTo(400);
                })
                .hasMessageNotContaining(VALUE);
    }
}
