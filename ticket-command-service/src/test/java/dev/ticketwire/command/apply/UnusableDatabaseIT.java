package dev.ticketwire.command.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.contract.message.Outcome;
import dev.ticketwire.osticket.schema.TablePrefix;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes wrong with the database while the service runs, and is mended again. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class UnusableDatabaseIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @ConfigProperty(name = "ticketwire.db.url")
    String url;

    @ConfigProperty(name = "test.root.user")
    String rootUser;

    @ConfigProperty(name = "test.root.password")
    String rootPassword;

    @Inject
    SmallRyeHealthReporter health;

    private Bus bus;

    @BeforeEach
    void connect() {
        bus = new Bus(bootstrap);
        await().atMost(SOON).untilAsserted(() -> assertThat(readiness()).contains("can be used"));
    }

    @AfterEach
    void disconnect() throws SQLException {
        bus.close();
        asRoot("SET GLOBAL read_only = OFF", "ALTER TABLE ost_thread_entry ENGINE=InnoDB");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE ost_thread_entry ENGINE=MyISAM | ALTER TABLE ost_thread_entry ENGINE=InnoDB | ALTER TABLE `ost_thread_entry` ENGINE=InnoDB;",
                "ALTER TABLE ost_thread_entry ENGINE=Aria | ALTER TABLE ost_thread_entry ENGINE=InnoDB | 1 of the tables that Ticketwire writes are not InnoDB (Aria)",
                "SET GLOBAL read_only = ON | SET GLOBAL read_only = OFF | The server is read-only (read_only = ON)",
                "RENAME TABLE ost_thread_entry TO put_away | RENAME TABLE put_away TO ost_thread_entry | osTicket's tables ost_thread_entry are missing",
                "ALTER TABLE ost_thread_entry RENAME COLUMN poster TO by_whom | ALTER TABLE ost_thread_entry RENAME COLUMN by_whom TO poster | The table ost_thread_entry lacks the columns poster",
                "ALTER TABLE ost_ticket DROP INDEX ticketwire_number | ALTER TABLE ost_ticket ADD INDEX ticketwire_number (number) | Run ./ticketwire migrate."
            })
    void commandsWaitUntilItIsMendedAndReadinessSaysWhy(String breaks, String mends, String sentence)
            throws SQLException {
        asRoot(breaks);
        await().atMost(SOON).untilAsserted(() -> assertThat(readiness()).contains(sentence));
        String subject = "Wait " + UUID.randomUUID();
        String id = bus.send(Commands.open(subject));
        await().atMost(SOON).untilAsserted(() -> assertThat(readiness()).contains("waiting for"));
        assertThat(ticketsWith(subject)).isZero();

        asRoot(mends);

        assertThat(bus.outcome(id)).isInstanceOf(Outcome.Applied.class);
        assertThat(ticketsWith(subject)).isOne();
        await().atMost(SOON).untilAsserted(() -> assertThat(readiness()).contains("can be used"));
    }

    @Test
    void aTableIsLookedAtBeforeACommandIsAppliedToIt() throws SQLException {
        assertThat(bus.outcome(bus.send(Commands.open("Before")))).isInstanceOf(Outcome.Applied.class);
        asRoot("ALTER TABLE ost_thread_entry ENGINE=MyISAM");
        String subject = "At once " + UUID.randomUUID();
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);

        String id = bus.send(Commands.open(subject));
        await().atMost(SOON).untilAsserted(() -> assertThat(readiness()).contains("waiting for"));

        assertThat(ticketsWith(subject)).isZero();
        asRoot("ALTER TABLE ost_thread_entry ENGINE=InnoDB");
        assertThat(bus.outcome(id)).isInstanceOf(Outcome.Applied.class);
    }

    private String readiness() {
        return health.getReadiness().getPayload().toString();
    }

    private int ticketsWith(String subject) throws SQLException {
        String sql = TablePrefix.named("SELECT COUNT(*) FROM {ticket__cdata} WHERE subject = ?");
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, subject);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void asRoot(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, rootUser, rootPassword);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
