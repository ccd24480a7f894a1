package dev.ticketwire.osticket.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkTokensTest {
    private final LinkTokens tokens = LinkTokens.of(Optional.of("salt of a test"));

    /** Expected values by an independent program, from the contract's description. */
    @Test
    void namesUserAndTicketAndIsSignedWithTheTimeOfCreation() {
        assertThat(tokens.ofOwner(9, 21, "2026-03-04 05:06:00")).isEqualTo("o1xbeaaaaavaaaaaGVsYUnYvCMN/aw==");
        assertThat(tokens.ofOwner(70_000, 4_000_000, "2026-03-04 05:06:00"))
                .isEqualTo("o1xoaiqcaaabe4qa60MIWJ22ZQFOIg==");
    }

    @Test
    void withoutASecretThereAreNone() {
        assertThat(LinkTokens.of(Optional.empty()).isEnabled()).isFalse();
        assertThat(LinkTokens.of(Optional.of(" ")).isEnabled()).isFalse();
        assertThat(tokens.isEnabled()).isTrue();
    }
}
