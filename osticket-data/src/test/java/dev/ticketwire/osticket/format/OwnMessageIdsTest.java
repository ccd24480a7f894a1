package dev.ticketwire.osticket.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnMessageIdsTest {
    private static final String SALT = "OracleSecretSalt0123456789abcdef";
    private static final String OF_ENTRY_2 = "BVUXOTK-aBc1d-AQAAAAIAAAABAAAAVawCO/4n-support@example.com";

    private final OwnMessageIds ids = OwnMessageIds.of(Optional.of(SALT));

    @Test
    void whatOsticketMadeNamesThreadAndEntryWithAndWithoutBrackets() {
        assertThat(ids.read("<" + OF_ENTRY_2 + ">")).isEqualTo(new OwnMessageIds.Named(2, 1));
        assertThat(ids.read(OF_ENTRY_2)).isEqualTo(new OwnMessageIds.Named(2, 1));
        assertThat(ids.read("<BVUXOTK-aBc1d-AQAAAAEAAAABAAAAVcfSndPd-support@example.com>"))
                .isEqualTo(new OwnMessageIds.Named(1, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<BVUXOTK-aBc1d-AQAAAAMAAAABAAAAVawCO/4n-support@example.com>",
                "<BVUXOTK-aBc1e-AQAAAAIAAAABAAAAVawCO/4n-support@example.com>",
                "<BVUXOTL-aBc1d-AQAAAAIAAAABAAAAVawCO/4n-support@example.com>",
                "<BVUXOTK-aBc1d-AQAAAAIAAAABAAAAVawCO/4m-support@example.com>",
                "<BVUXOTK-aBc1d-AQAAAAIAAAABAAAAVawCO-support@example.com>",
                "<BVUXOTK-aBc1d-AQAAAAIAAAABAAAAVawCO/4n>",
                "<CAK1312xq7b_Hh2@mail.gmail.example.org>",
                ""
            })
    void whatIsChangedOrSomebodyElsesIsNotOwn(String id) {
        assertThat(ids.read(id)).isNull();
    }

    @Test
    void withoutTheSecretNothingIsOwn() {
        assertThat(OwnMessageIds.of(Optional.empty()).read(OF_ENTRY_2)).isNull();
        assertThat(OwnMessageIds.of(Optional.of(" ")).read(OF_ENTRY_2)).isNull();
        assertThat(OwnMessageIds.of(Optional.of("another")).read(OF_ENTRY_2)).isNull();
    }

    @Test
    void whatIsWrittenIsReadAndDiffersEachTime() {
        String id = ids.write('U', 7, 2_000_000_001, 31, "help@desk.example");

        assertThat(id).matches("<BVUXOTK-[A-Za-z0-9_=]{5}-[A-Za-z0-9+/]{24}-help@desk\\.example>");
        assertThat(ids.read(id)).isEqualTo(new OwnMessageIds.Named(2_000_000_001, 31));
        assertThat(ids.write('U', 7, 2_000_000_001, 31, "help@desk.example")).isNotEqualTo(id);
    }

    @Test
    void withoutTheSecretAnIdOfAnyFormIsWritten() {
        assertThat(OwnMessageIds.of(Optional.empty()).write('S', 1, 2, 3, "help@desk.example"))
                .matches("<[0-9a-f-]{36}@desk\\.example>");
    }

    @Test
    void theSecretIsInNoText() {
        assertThat(ids.toString()).doesNotContain(SALT);
    }
}
