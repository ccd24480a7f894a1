package dev.ticketwire.osticket.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoredTextTest {

    @Test
    void onlyWhatTheColumnsCannotHoldIsLeftOut() {
        assertThat(StoredText.storable("a😀b 𠀀 \ud83d!")).isEqualTo("ab  !");
        assertThat(StoredText.storable("© ✂ ﷽ \ufe0f 世界")).isEqualTo("© ✂ ﷽ \ufe0f 世界");
    }

    @Test
    void textIsCutByCharacters() {
        assertThat(StoredText.cut("äöü", 2)).isEqualTo("äö");
        assertThat(StoredText.cut("a😀b", 2)).isEqualTo("a😀");
        assertThat(StoredText.cut("ab", 2)).isEqualTo("ab");
    }
}
