package dev.ticketwire.rest.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.EntityTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {
    private static final EntityTag TAG = EntityTags.hash("one".getBytes(UTF_8));

    @Test
    void theSameContentHasTheSameTag() {
        assertThat(TAG)
                .isEqualTo(EntityTags.hash("one".getBytes(UTF_8)))
                .isNotEqualTo(EntityTags.hash("two".getBytes(UTF_8)));
        assertThat(TAG.getValue()).matches("[0-9a-f]{32}");
        assertThat(TAG.isWeak()).isFalse();
    }

    @Test
    void aWeakTagOrADateDoesNotMatch() {
        String text = '"' + TAG.getValue() + '"';

        assertThat(EntityTags.matches(TAG, text)).isTrue();
        assertThat(EntityTags.matches(TAG, "W/" + text)).isFalse();
        assertThat(EntityTags.matches(TAG, "Wed, 25 Nov 2026 04:21:17 GMT")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"a1\" | \"a1\"",
                "W/\"a1\" | \"a1\"",
                "\"x\", \"a1\" | \"x\" \"a1\"",
                "\"x,y\",W/\"a1\" , \"z\" | \"a1\" \"z\"",
                "\"*\" | ''",
                "\"A1\" | \"A1\"",
                "a1 | ''",
                "\"a1 | ''",
                "\"x, \"a1\" | ''",
                "w/\"a1\" | ''",
                "W/* | ''",
                "'' | ''"
            })
    void listedTagsBecomeStrongAndMalformedOnesAreLeftOut(String header, String tags) {
        assertThat(String.join(" ", IfNoneMatchFilter.strongTags(header))).isEqualTo(tags);
    }
}
