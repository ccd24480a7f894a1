package dev.ticketwire.webhook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final String OLD = key(1);
    private static final String NEW = key(2);
    private static final byte[] SECRET = "whsec_of nobody".getBytes(UTF_8);

    @Test
    void whatIsSealedCanBeOpened() {
        Seal seal = Seal.of(List.of(OLD));

        byte[] sealed = seal.seal(SECRET, "webhook:7");

        assertThat(seal.open(sealed, "webhook:7")).isEqualTo(SECRET);
        assertThat(new String(sealed, UTF_8)).doesNotContain("nobody");
        assertThat(seal.seal(SECRET, "webhook:7")).isNotEqualTo(sealed);
    }

    @Test
    void theFirstKeySealsAndEachOpens() {
        byte[] before = Seal.of(List.of(OLD)).seal(SECRET, "webhook:7");
        Seal rotated = Seal.of(List.of(NEW, OLD));

        assertThat(rotated.open(before, "webhook:7")).isEqualTo(SECRET);
        assertThat(rotated.isOld(before)).isTrue();
        assertThat(rotated.isOld(rotated.seal(SECRET, "webhook:7"))).isFalse();
        assertThatThrownBy(() -> Seal.of(List.of(NEW)).open(before, "webhook:7"))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageContaining("ticketwire.webhooks.keys");
    }

    @Test
    void aSealedTextOfAnotherSubscriptionOrAChangedOneIsNotOpened() {
        Seal seal = Seal.of(List.of(OLD));
        byte[] sealed = seal.seal(SECRET, "webhook:7");

        assertThatThrownBy(() -> seal.open(sealed, "webhook:8")).isInstanceOf(SealBrokenException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal.open(sealed, "webhook:7")).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> seal.open(new byte[3], "webhook:7")).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void aKeyOfAnotherLengthIsRefusedWithoutShowingIt() {
        String shortKey = Base64.getEncoder().encodeToString(new byte[31]);

        assertThatThrownBy(() -> Seal.of(List.of(shortKey)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(shortKey);
        assertThatThrownBy(() -> Seal.of(List.of("no base64 !"))).hasMessageNotContaining("no base64 !");
        assertThatThrownBy(() -> Seal.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
