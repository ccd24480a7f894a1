package dev.ticketwire.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "=?utf-8?B?VGVybWluIGbD?= =?utf-8?B?vHIgS8O2bG4=?= | Termin für Köln",
                "=?utf-8?q?=C3?= =?UTF-8?q?=BC?= | ü",
                "=?utf-8?q?=C3?==?utf-8?b?vA==?= | ü",
                "=?iso-2022-jp?B?GyRCJUYbKEI=?= =?iso-2022-jp?B?GyRCJTkbKEI=?= | テス",
                "Re:=?UTF-8?Q?T=C3=BCr?= | Re:Tür",
                "a=?UTF-8?Q?=C3=A9?=b | aéb",
                "(=?UTF-8?Q?T=C3=BCr?=) | (Tür)",
                "=?utf-8?B?VMO8cg?= | Tür",
                "=?utf-8?B?VMO8 cg==?= | Tür",
                "=?utf-8?Q?T=C3=BCr klemmt?= | Tür klemmt",
                "=?utf-8?Q?T=C3=BCr_klemmt?_Ja!?= | Tür klemmt? Ja!",
                "=?utf-8*de?Q?T=C3=BCr?= | Tür",
                "=?utf-8?Q?a?= =?utf-8?B?Yg==?= c | ab c",
                "=?utf-8?Q?a?= b =?utf-8?Q?c?= | a b c",
                "=?windows-1250?Q?=9Akoda?= =?cp1252?Q?=80?= | škoda€",
                "=?utf-7?Q?Gr+APYA3w-e?= | Größe",
                "=?iso-8859-8-i?B?7uP08fo=?= | מדפסת",
                "=?macintosh?Q?Gr=9A=A7e?= | Größe",
                "=?cp-850?Q?=81?= | ü",
                "=?unknown-8bit?Q?T=C3=BCr?= | Tür",
                "=?x-unknown?B?VMO8cg==?= | Tür",
                "=?UNKNOWN?Q?T=FCr?= | Tür",
                "=?default?Q?T=FCr?= =?x-unknown?Q?=C3=BC?= | Türü",
                "=?utf-8?Q??= | ''",
            })
    void wordsAreDecodedWhereverAndHoweverTheyStand(String header, String text) {
        assertThat(EncodedWords.decode(header)).isEqualTo(text.equals("''") ? "" : text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?x-klingon?Q?Qapla?=",
                "=?utf-8?B?broken",
                "=?utf-8?X?abc?=",
                "=?utf-8?B?***?=",
                "=?utf-8?Q?a =?",
                "=?=?=?",
                "a ?= b",
                "=?utf-8?Q"
            })
    void whatCannotBeDecodedStays(String header) {
        assertThat(EncodedWords.decode(header)).isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=?utf-8?Q?a", "=?utf-8?B?", "=?", "=?utf-8?Q?a?=", "=?utf-8?Q?a?= ", "=?a?", "?="})
    void manyThatAreNeverClosedTakeNoTime(String piece) {
        String header = piece.repeat(100_000) + " ?=";
        long start = System.nanoTime();

        assertThat(EncodedWords.decode(header)).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}
