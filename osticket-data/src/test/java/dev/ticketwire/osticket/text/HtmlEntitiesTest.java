package dev.ticketwire.osticket.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlEntitiesTest {
    private static final String TEXT = "a & b <c> \"d\" 'e'\u00A0f";

    @Test
    void quotesAreTextBetweenTags() {
        assertThat(HtmlEntities.escapeText(TEXT)).isEqualTo("a &amp; b &lt;c&gt; \"d\" 'e'\u00A0f");
    }

    @Test
    void theSanitiserWritesNoBreakSpacesAsEntities() {
        StringBuilder out = new StringBuilder();

        HtmlEntities.appendText(TEXT, out);

        assertThat(out).hasToString("a &amp; b &lt;c&gt; \"d\" 'e'&nbsp;f");
    }

    @Test
    void quotesEndAnAttribute() {
        StringBuilder out = new StringBuilder();

        HtmlEntities.appendAttribute(TEXT, out);

        assertThat(out).hasToString("a &amp; b &lt;c&gt; &quot;d&quot; 'e'&nbsp;f");
    }

    @Test
    void plainTextKeepsItsNoBreakSpaces() {
        StringBuilder out = new StringBuilder();

        HtmlEntities.appendPlain(TEXT, out);

        assertThat(out).hasToString("a &amp; b &lt;c&gt; &quot;d&quot; 'e'\u00A0f");
    }

    @Test
    void entitiesAreDecodedOnce() {
        assertThat(HtmlEntities.decodeOnce("&amp;lt;b&gt; &quot;&nbsp;&#39; & &"))
                .isEqualTo("&lt;b> \"&nbsp;&#39; & &");
    }
}
