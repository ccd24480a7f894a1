package dev.ticketwire.gateway.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.gateway.text.Charsets;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The labels that mails use, and the characters that they really hold. */
class TextDecoderTest {
    @ParameterizedTest
    @CsvSource({
        "iso-8859-1, 80, €",
        "latin1, 93e494, “ä”",
        "us-ascii, e4, ä",
        "ISO_8859-1:1987, e4, ä",
        "cp1252, 80, €",
        "x-cp1251, cfe5, Пе",
        "iso-8859-9, 80d0, €Ğ",
        "iso-8859-8-i, f9ec, של",
        "iso-8859-8-e, f9ec, של",
        "csISO88598I, f9ec, של",
        "iso-8859-6-i, c7, ا",
        "iso-8859-15, a4, €",
        "tis-620, 80a1, €ก",
        "shift_jis, 8740878afbfc, ①㈱髙",
        "x-sjis, 8740, ①",
        "ms_kanji, 8740, ①",
        "iso-2022-jp, 1b24422d212d6a1b2842, ①㈱",
        "iso-2022-jp, 1b244279331b2842, 佖",
        "ISO-2022-JP-MS, 1b2849311b2842, ｱ",
        "iso-2022-jp-2, 1b24422422 1b2842, あ",
        "euc-jp, 8fb0a1, 丂",
        "euc-jp, ada1ade2adea, ①№㈱",
        "eucJP-win, ada1adea, ①㈱",
        "eucjp-ms, adea, ㈱",
        "cp51932, adea, ㈱",
        "sjis-win, 8740fbfc, ①髙",
        "SJIS-ms, 8740, ①",
        "iso-2022-jp, 82a082a28abf8e9a, あい漢字",
        "iso-2022-jp, a4a2a4a4b4c1bbfa, あい漢字",
        "utf-8, 1b24422422 1b2842, あ",
        "us-ascii, 1b24422d6a1b2842, ㈱",
        "iso-2022-kr, 1b2429430e30210f, 가",
        "ks_c_5601-1987, 8141c8fe, 갂힝",
        "euc-kr, 8141, 갂",
        "korean, 8141, 갂",
        "gb2312, e946, 镕",
        "GBK, 80, €",
        "x-gbk, e946, 镕",
        "big5, a3e1f9d6, €碁",
        "big5, 9def, 嘅",
        "Big5-HKSCS, 9def, 嘅",
        "macintosh, 9a, ö",
        "x-mac-roman, 9a, ö",
        "x-mac-cyrillic, 8f, П",
        "x-mac-ce, e4, š",
        "utf-7, 47722b4150594133772d65, Größe",
        "unicode-1-1-utf-7, 2b4150592d, ö",
        "cp-850, 81, ü",
        "cp850, 81, ü",
        "IBM850, 81, ü",
        "dos-850, 81, ü",
        "850, 81, ü",
        "ibm437, 81, ü",
        "cp858, d5, €",
        "ibm037, c1c2, AB",
        "koi8-ru, a4, є",
        "utf-16, 41004200, AB",
        "utf-16be, 00410042, AB",
        "utf8, c3bc, ü",
        "\"utf-8\", c3bc, ü",
        "win-1250, 9a, š",
        "ansi, 80, €"
    })
    void aLabelMeansTheCharsetThatHoldsTheText(String label, String hex, String text) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));

        assertThat(TextDecoder.decode(bytes, label)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x-klingon", "none", "utf-8 or so"})
    void anUnknownLabelIsNone(String label) {
        assertThat(Charsets.forLabel(label)).isEmpty();
        assertThat(TextDecoder.decode("Größe".getBytes(UTF_8), label)).isEqualTo("Größe");
        assertThat(TextDecoder.decode("Größe".getBytes(ISO_8859_1), label)).isEqualTo("Größe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-2022-jp", "csISO2022JP", "us-ascii", ""})
    void aTextOfEscapesIsNeverShownRaw(String label) {
        byte[] broken = "\u001b$B$\"\u007f\u007f$$\u001b(B end".getBytes(ISO_8859_1);
        byte[] whole = "\u001b$B$\"$$\u001b(B end".getBytes(ISO_8859_1);

        assertThat(TextDecoder.decode(whole, label)).isEqualTo("あい end");
        if (label.contains("2022")) {
            assertThat(TextDecoder.decode(broken, label))
                    .startsWith("あ")
                    .endsWith(" end")
                    .doesNotContain("\u001b", "$");
        }
    }

    @Test
    void linesInEscapesAndLinesInEightBitsAreBothRead() {
        byte[] mixed = HexFormat.of().parseHex("1b24422422" + "1b2842" + "0a" + "82a082a2" + "0a" + "41");

        assertThat(TextDecoder.decode(mixed, "iso-2022-jp")).isEqualTo("あ\nあい\nA");
    }

    @Test
    void anEightBitTextUnderASevenBitNameIsWhatItIs() {
        assertThat(TextDecoder.decode("あ".getBytes(UTF_8), "iso-2022-jp")).isEqualTo("あ");
        assertThat(TextDecoder.decode("Größe".getBytes(UTF_8), "utf-7")).isEqualTo("Größe");
    }

    @Test
    void aByteThatDoesNotFitCostsOnlyItself() {
        assertThat(TextDecoder.decode("안녕\u00ff 하세요".getBytes(Charset.forName("x-windows-949")), "euc-kr"))
                .startsWith("안녕")
                .endsWith("하세요");
        assertThat(TextDecoder.decode(new byte[] {'+', 'A'}, "utf-7")).isEqualTo("+A");
    }

    @Test
    void aMarkOfUtf8IsNoText() {
        assertThat(TextDecoder.decode("\ufeffHello".getBytes(UTF_8), "utf-8")).isEqualTo("Hello");
    }
}
