package dev.ticketwire.osticket.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredJsonTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "{", "a:1:{", "null", "[]", "5"})
    void whatIsNoObjectHasNoMembers(String json) {
        StoredJson settings = StoredJson.read(json);

        assertThat(settings.isObject()).isFalse();
        assertThat(settings.has("a")).isFalse();
        assertThat(settings.text("a")).isEmpty();
        assertThat(settings.number("a", 3)).isEqualTo(3);
        assertThat(settings.flag("a", true)).isTrue();
        assertThat(settings.numbers("a")).isEmpty();
        assertThat(settings.texts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "\"1\"", "\"yes\"", "7"})
    void whatPhpTakesForTrueIsTrue(String value) {
        assertThat(StoredJson.read("{\"allowreopen\":" + value + "}").flag("allowreopen", false))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "0", "\"0\"", "\"\""})
    void whatPhpTakesForFalseIsFalse(String value) {
        assertThat(StoredJson.read("{\"attachments\":" + value + "}").flag("attachments", true))
                .isFalse();
    }

    @Test
    void nullIsNotSet() {
        assertThat(StoredJson.read("{\"attachments\":null}").flag("attachments", true))
                .isTrue();
    }

    @Test
    void numbersMayBeTexts() {
        StoredJson settings = StoredJson.read("{\"size\":\"5368709120\",\"id\":\"7\",\"disable\":[1,\"2\"]}");

        assertThat(settings.longNumber("size", 0)).isEqualTo(5_368_709_120L);
        assertThat(settings.number("id", 0)).isEqualTo(7);
        assertThat(settings.numbers("disable")).containsExactly(1, 2);
    }
}
