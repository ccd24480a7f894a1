package dev.ticketwire.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
    private static final EntityTag TAG = EntityTag.of("one");

    @Test
    void theSameBytesHaveTheSameTag() {
        assertThat(TAG).isEqualTo(EntityTag.of("one")).isNotEqualTo(EntityTag.of("two"));
        assertThat(TAG.text()).matches("\"[0-9a-f]{32}\"");
    }

    @Test
    void aListThatNamesItOrEverythingHasIt() {
        assertThat(TAG.isAmong(TAG.text())).isTrue();
        assertThat(TAG.isAmong("\"x\", W/" + TAG.text() + " ,\"y\"")).isTrue();
        assertThat(TAG.isAmong("*")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"x\"", "one", "W/*"})
    void anyOtherListDoesNot(String ifNoneMatch) {
        assertThat(TAG.isAmong(ifNoneMatch)).isFalse();
        assertThat(TAG.isAmong(null)).isFalse();
    }

    @Test
    void aWeakTagIsNotTheSame() {
        assertThat(TAG.is(TAG.text())).isTrue();
        assertThat(TAG.is("W/" + TAG.text())).isFalse();
        assertThat(TAG.is("Wed, 25 Nov 2026 04:21:17 GMT")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a1\"", "W/\"a1\"", "\"x\", \"a1\"", "\"x,y\",W/\"a1\" , \"z\"", "*", " * "})
    void theTagIsKnownWhereverItIsNamed(String header) {
        assertThat(new EntityTag("\"a1\"").isAmong(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1", "\"A1\"", "\"a1", "\"x, \"a1\"", "", "\"a12\"", "w/\"a1\""})
    void anythingElseIsNotTheTag(String header) {
        assertThat(new EntityTag("\"a1\"").isAmong(header)).isFalse();
    }
}
