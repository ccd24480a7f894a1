package dev.ticketwire.setup.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.topics.Replication;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String URL = "TICKETWIRE_DB_URL";
    private static final String USER = "TICKETWIRE_DB_USER";
    private static final String PASSWORD = "TICKETWIRE_DB_PASSWORD";

    @Test
    void theAdministratorIsReadWithTheOptionsOfTheDriver() {
        Database administrator = new Settings(Map.of(
                        URL, "jdbc:mariadb://db.example/desk?sslMode=verify-full", USER, "root", PASSWORD, "p?&"))
                .administrator();

        assertThat(administrator)
                .isEqualTo(new Database("db.example", 3306, "desk", "root", "p?&", "sslMode=verify-full"));
        assertThat(administrator.url()).isEqualTo("jdbc:mariadb://db.example:3306/desk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "db.example",
                "mysql://db/desk",
                "jdbc:mariadb://db.example/",
                "jdbc:mariadb://a,b/desk",
                "jdbc:mariadb:// /desk"
            })
    void anAddressThatNamesNotOneServerAndADatabaseIsRefusedByItsVariable(String url) {
        Settings settings = new Settings(Map.of(URL, url, USER, "root", PASSWORD, "s3cret"));

        assertThatThrownBy(settings::administrator)
                .isInstanceOf(SettingMissing.class)
                .hasMessageStartingWith(URL)
                .hasMessageContaining("jdbc:mariadb://db:3306/osticket")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void allMissingPasswordsAreNamedTogether() {
        Settings settings = new Settings(Map.of(
                "TICKETWIRE_USER_GATEWAY_PASSWORD", "a",
                "TICKETWIRE_USER_COMMAND_PASSWORD", "b",
                "TICKETWIRE_USER_QUERY_PASSWORD", "c",
                "TICKETWIRE_USER_STATS_PASSWORD", ""));

        assertThatThrownBy(settings::passwords)
                .hasMessageContaining("TICKETWIRE_USER_SUBTICKET_PASSWORD, TICKETWIRE_USER_STATS_PASSWORD,"
                        + " TICKETWIRE_USER_EVENT_PASSWORD, TICKETWIRE_USER_WEBHOOK_PASSWORD,"
                        + " TICKETWIRE_USER_MAIL_PASSWORD");
    }

    @Test
    void variablesOfKafkasClientBecomeItsSettingsAndOthersDoNot() {
        Settings settings = new Settings(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "KAFKA_SSL_TRUSTSTORE_LOCATION", "",
                "KAFKA_PORT_9092_TCP", "tcp://10.0.0.1:9092",
                "KAFKA_HEAP_OPTS", "-Xmx1g"));

        assertThat(settings.broker())
                .isEqualTo(Map.of("bootstrap.servers", "kafka:9092", "security.protocol", "SASL_SSL"));
    }

    @Test
    void topicsAreStoredOnceUnlessMoreIsWanted() {
        assertThat(new Settings(Map.of()).replication()).isEqualTo(Replication.NONE);
        assertThat(replicated("3", "2")).isEqualTo(new Replication((short) 3, (short) 2));
    }

    @ParameterizedTest
    @CsvSource({
        "three, 2, TICKETWIRE_TOPICS_REPLICATION",
        "0, 1, TICKETWIRE_TOPICS_REPLICATION",
        "3, -1, TICKETWIRE_TOPICS_MIN_IN_SYNC",
        "2, 3, TICKETWIRE_TOPICS_MIN_IN_SYNC"
    })
    void anImpossibleNumberOfCopiesIsRefusedByItsVariable(String factor, String minInSync, String variable) {
        assertThatThrownBy(() -> replicated(factor, minInSync)).hasMessageStartingWith(variable);
    }

    private static Replication replicated(String factor, String minInSync) {
        return new Settings(Map.of("TICKETWIRE_TOPICS_REPLICATION", factor, "TICKETWIRE_TOPICS_MIN_IN_SYNC", minInSync))
                .replication();
    }

    @Test
    void theDemosKeysAreForThisHostUnlessAnotherAddressIsNamed() {
        assertThat(new Settings(Map.of()).demoKeyAddress()).isEqualTo("127.0.0.1");
        assertThat(new Settings(Map.of("TICKETWIRE_DEMO_KEY_ADDRESS", "0.0.0.0")).demoKeyAddress())
                .isEqualTo("0.0.0.0");
    }
}
