package dev.ticketwire.osticket.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTest {
    @ParameterizedTest
    @CsvSource({
        "10.6.0-MariaDB, '', true, true",
        "10.11.19-MariaDB-0+deb12u1-log, Debian 12, true, true",
        "11.4.5-MariaDB, MariaDB Server, true, true",
        "12.1.2, MariaDB Server, true, true",
        "10.5.23-MariaDB-0+deb11u1, Debian 11, true, false",
        "10.3.39-MariaDB, '', true, false",
        "5.5.68-MariaDB, '', true, false",
        "8.0.36, MySQL Community Server - GPL, false, false",
        "9.7.4, (Debian), false, false",
        "8.0.36-28, Percona Server (GPL), false, false"
    })
    void theServerIsWhatItSays(String version, String comment, boolean isMariaDb, boolean isNewEnough) {
        Server server = new Server(version, comment, Map.of());

        assertThat(server.isMariaDb()).isEqualTo(isMariaDb);
        assertThat(isMariaDb && server.isNewEnough()).isEqualTo(isNewEnough);
    }

    @ParameterizedTest
    @CsvSource({
        "read_only, ON, read_only = ON",
        "read_only, NO_LOCK_NO_ADMIN, read_only = NO_LOCK_NO_ADMIN",
        "innodb_read_only, ON, innodb_read_only = ON",
        "transaction_read_only, ON, transaction_read_only = ON",
        "innodb_force_recovery, 4, innodb_force_recovery = 4",
        "read_only, OFF, ''",
        "innodb_force_recovery, 3, ''"
    })
    void everySettingThatForbidsWritingCounts(String name, String value, String said) {
        String sentence = Sentences.readOnly(new Server("", "", Map.of(name, value)).readOnly());

        assertThat(sentence).startsWith("The server is read-only (" + said + ")");
    }
}
