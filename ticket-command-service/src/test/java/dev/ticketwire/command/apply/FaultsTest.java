package dev.ticketwire.command.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.command.CommandCodec;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    @ParameterizedTest
    @CsvSource({
        "08000,0",
        "40001,1213",
        "HY000,1205",
        "HY000,1290",
        "70100,1317",
        "HY000,1412",
        "25006,1792",
        "HY000,1927"
    })
    void whatPassesIsRepeated(String state, int code) {
        SQLException fault = new SQLException("lost", state, code);

        assertThat(Faults.isPassing(fault)).isTrue();
        assertThat(Faults.isPassing(new IllegalStateException(fault))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"42000,1142", "42S02,1146", "42S22,1054", "42000,1227"})
    void aMissingRightTableOrColumnIsNobodysFault(String state, int code) {
        SQLException fault = new SQLException("missing", state, code);

        assertThat(Faults.isSetup(fault)).isTrue();
        assertThat(Faults.isPassing(fault)).isFalse();
    }

    @Test
    void anythingElseIsTheCommandsOwnFault() {
        SQLException fault = new SQLException("told so by a trigger", "45000", 1644);

        assertThat(Faults.isPassing(fault)).isFalse();
        assertThat(Faults.isSetup(fault)).isFalse();
        assertThat(Faults.isDuplicate(fault)).isFalse();
        assertThat(Faults.isPassing(new IllegalStateException("a bug"))).isFalse();
    }

    @Test
    void theLogNeverQuotesTheServer() {
        SQLException fault = new SQLException("Duplicate entry 'nina@example.org' for key 'address'", "23000", 1062);

        assertThat(Faults.kind(fault)).isEqualTo("SQL error 1062 (state 23000)");
    }

    @Test
    void whatCannotBeDecodedIsNotQuotedEither() {
        byte[] value = {(byte) 0xa1, 0x65, 'a', 'l', 'e', 'r', 't', 0x63, 'k', 'e', 'y'};

        Exception fault =
                org.assertj.core.api.Assertions.catchException(() -> CommandCodec.decode("ticket.open.v1", value));

        assertThat(fault).isInstanceOf(IOException.class);
        assertThat(Faults.undecodable(fault)).contains("alert").doesNotContain("key");
    }
}
