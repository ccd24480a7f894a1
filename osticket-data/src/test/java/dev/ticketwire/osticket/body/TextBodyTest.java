package dev.ticketwire.osticket.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextBodyTest {

    @Test
    void markupIsEscapedOnce() {
        assertThat(TextBody.clean("<b>x</b> & \"q\" 'y'")).isEqualTo("&lt;b&gt;x&lt;/b&gt; &amp; &quot;q&quot; 'y'");
        assertThat(TextBody.clean("&lt;b&gt; &#39; &#x27; &eacute;")).isEqualTo("&lt;b&gt; &#39; &#x27; &eacute;");
        assertThat(TextBody.clean("a&b; c & d; &;")).isEqualTo("a&amp;b; c &amp; d; &amp;;");
    }

    @Test
    void emptyLinesAreOneAndTheEndsAreTrimmed() {
        assertThat(TextBody.clean("a\n\n\n\nb")).isEqualTo("a\n\nb");
        assertThat(TextBody.clean("\n a\n  b\t|\n\n")).isEqualTo("a\n  b\t|");
    }
}
