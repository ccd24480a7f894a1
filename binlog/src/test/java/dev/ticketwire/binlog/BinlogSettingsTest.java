package dev.ticketwire.binlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which servers' logs hold every change as rows. */
class BinlogSettingsTest {
    private final Map<String, String> variables = new HashMap<>(Map.of(
            "version", "11.4.5-MariaDB-log",
            "log_bin", "ON",
            "binlog_format", "ROW",
            "binlog_row_image", "FULL",
            "log_bin_compress", "OFF",
            "log_slave_updates", "OFF",
            "gtid_slave_pos", "",
            "wsrep_on", "OFF"));

    @Test
    void aServerOfItsOwnThatLogsWholeRowsWillDo() {
        assertThat(BinlogSettings.reasons(variables)).isEmpty();
    }

    @Test
    void everythingThatIsMissingIsNamed() {
        variables.putAll(Map.of("log_bin", "OFF", "binlog_format", "MIXED", "binlog_row_image", "MINIMAL"));
        variables.put("log_bin_compress", "ON");

        assertThat(String.join("; ", BinlogSettings.reasons(variables)))
                .contains("log_bin)", "binlog_format is not ROW", "binlog_row_image is not FULL", "log_bin_compress");
    }

    @Test
    void aReplicaOrAMemberOfAClusterHasToLogWhatComesFromOthers() {
        variables.put("gtid_slave_pos", "0-1-7");
        assertThat(BinlogSettings.reasons(variables)).singleElement().asString().contains("log_slave_updates");

        variables.put("log_slave_updates", "ON");
        assertThat(BinlogSettings.reasons(variables)).isEmpty();

        variables.putAll(Map.of("gtid_slave_pos", "", "wsrep_on", "ON", "log_slave_updates", "OFF"));
        assertThat(BinlogSettings.reasons(variables)).singleElement().asString().contains("log_slave_updates");
    }

    @Test
    void serversOfBefore106AreNotFollowed() {
        variables.put("version", "10.5.28-MariaDB");
        assertThat(BinlogSettings.reasons(variables)).containsExactly("the server is older than MariaDB 10.6");

        variables.put("version", "10.11.2-MariaDB");
        assertThat(BinlogSettings.reasons(variables)).isEmpty();
    }

    @Test
    void mySqlIsNotFollowed() {
        variables.remove("gtid_slave_pos");

        assertThat(BinlogSettings.reasons(variables)).contains("the server is not MariaDB");
    }
}
