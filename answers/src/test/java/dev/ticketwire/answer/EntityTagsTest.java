package dev.ticketwire.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"a1\"", "W/\"a1\"", "\"x\", \"a1\"", "\"x,y\",W/\"a1\" , \"z\"", "*", " * "})
    void theTagIsKnownWhereverItIsNamed(String header) {
        assertThat(EntityTags.isKnown(header, "\"a1\"")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1", "\"A1\"", "\"a1", "\"x, \"a1\"", "", "\"a12\"", "w/\"a1\""})
    void anythingElseIsNotTheTag(String header) {
        assertThat(EntityTags.isKnown(header, "\"a1\"")).isFalse();
    }

    @Test
    void withoutTheHeaderNothingIsKnown() {
        assertThat(EntityTags.isKnown(null, "\"a1\"")).isFalse();
    }
}
