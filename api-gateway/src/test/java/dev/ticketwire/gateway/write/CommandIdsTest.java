package dev.ticketwire.gateway.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.contract.problem.Refused;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommandIdsTest {

    @Test
    void withoutAnIdempotencyKeyEveryIdIsNewAndInOrderOfTime() {
        assertThat(CommandIds.of(1, null)).isNotEqualTo(CommandIds.of(1, null));
        assertThat(CommandIds.version7(1_700_000_000_000L).version()).isEqualTo(7);
        assertThat(CommandIds.version7(1_700_000_000_000L).variant()).isEqualTo(2);
        assertThat(CommandIds.version7(1_700_000_000_000L).toString())
                .isLessThan(CommandIds.version7(1_700_000_000_001L).toString());
    }

    @Test
    void oneIdempotencyKeyOfOneApiKeyIsOneId() {
        assertThat(CommandIds.of(1, "order-7")).isEqualTo(CommandIds.of(1, "order-7"));
        assertThat(CommandIds.of(1, "order-7")).isNotEqualTo(CommandIds.of(2, "order-7"));
        assertThat(CommandIds.of(1, "order-7")).isNotEqualTo(CommandIds.of(1, "order-8"));
        assertThat(CommandIds.of(1, "order-7").version()).isEqualTo(5);
    }

    @Test
    void bareAndQuotedIdempotencyKeysAreTheSame() {
        assertThat(CommandIds.of(1, "\"a\\\"b\"")).isEqualTo(CommandIds.of(1, "a\"b"));
    }

    @Test
    void anEmptyOrEndlessIdempotencyKeyIsRefused() {
        assertThatThrownBy(() -> CommandIds.of(1, "\"\"")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> CommandIds.of(1, "x".repeat(256))).isInstanceOf(Refused.class);
    }

    @Test
    void theFingerprintTellsOperationTargetAndBodyApart() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

        assertThat(CommandIds.fingerprint("a", "b", body))
                .isEqualTo(CommandIds.fingerprint("a", "b", body.clone()))
                .hasSize(64)
                .isNotEqualTo(CommandIds.fingerprint("ab", "", body))
                .isNotEqualTo(CommandIds.fingerprint("a", "b", new byte[0]));
    }
}
