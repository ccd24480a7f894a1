package dev.ticketwire.command.apply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.command.DeleteTicket;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.message.Outcome;
import dev.ticketwire.osticket.schema.TablePrefix;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The batch on a real broker and a real database, with the real handler. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class BatchIT {
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

    private Bus bus;

    @BeforeEach
    void connect() {
        bus = new Bus(bootstrap);
    }

    @AfterEach
    void disconnect() throws SQLException {
        bus.close();
        asRoot("DROP TRIGGER IF EXISTS poison");
    }

    @Test
    void redeliveryChangesNothingAndAnswersTheSame() throws SQLException {
        String subject = subject();
        String id = bus.send(Commands.open(subject));
        Outcome first = bus.outcome(id);

        bus.send(id, Commands.open(subject));

        assertThat(bus.outcomes(id, 2)).containsExactly(first, first);
        assertThat(first).isInstanceOf(Outcome.Applied.class);
        assertThat(ticketsWith(subject)).isEqualTo(1);
    }

    @Test
    void theSameCommandTwiceInOneBatchOpensOneTicketAndAnswersBoth() throws SQLException {
        String subject = subject();
        String id = UUID.randomUUID().toString();
        byte[] value = CommandCodec.encode(Commands.open(subject));

        bus.send(id, OpenTicket.TYPE, value, Map.of(CommandHeaders.CORRELATION, "first"));
        bus.send(id, OpenTicket.TYPE, value, Map.of(CommandHeaders.CORRELATION, "second"));

        List<Outcome> outcomes = bus.outcomes(id, 2);
        assertThat(outcomes.get(0)).isEqualTo(outcomes.get(1));
        assertThat(ticketsWith(subject)).isEqualTo(1);
    }

    @Test
    void aRefusalAmongGoodNeighboursTouchesNoneOfThem() throws SQLException {
        String subject = subject();
        String before = bus.send(Commands.open(subject));
        String refused = bus.send(Commands.open(subject, "no such ticket"));
        String after = bus.send(Commands.open(subject));

        assertThat(bus.outcome(refused)).isInstanceOf(Outcome.Rejected.class);
        assertThat(bus.outcome(before)).isInstanceOf(Outcome.Applied.class);
        assertThat(bus.outcome(after)).isInstanceOf(Outcome.Applied.class);
        assertThat(ticketsWith(subject)).isEqualTo(2);
    }

    @Test
    void aPoisonCommandAmongManyIsGivenUpAloneWithItsReason() throws SQLException {
        poison("this one is poison");
        String subject = subject();
        List<String> good = new ArrayList<>();
        String poison = "";
        for (int i = 0; i < 60; i++) {
            if (i == 23) {
                poison = bus.send(Commands.open("this one is poison"));
            }
            good.add(bus.send(Commands.open(subject)));
        }

        Outcome outcome = bus.outcome(poison);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.attempts()).isEqualTo(3);
            assertThat(failed.reason()).contains("poison by a trigger");
        });
        assertThat(good).allSatisfy(id -> assertThat(bus.outcome(id)).isInstanceOf(Outcome.Applied.class));
        assertThat(ticketsWith(subject)).isEqualTo(60);
        assertThat(ticketsWith("this one is poison")).isZero();
        assertThat(bus.deadLetters(poison))
                .singleElement()
                .satisfies(letter ->
                        assertThat(Bus.header(letter, CommandHeaders.REASON)).contains("poison by a trigger"));
    }

    @Test
    void aFailureOfOneKindUndoesNothingOfAnother() throws SQLException {
        poison("poison of a second kind");
        String subject = subject();
        Outcome.Applied first = (Outcome.Applied) bus.outcome(bus.send(Commands.open(subject)));

        String deleted = bus.send(new DeleteTicket(Objects.requireNonNull(first.number())));
        String poison = bus.send(Commands.open("poison of a second kind"));
        String opened = bus.send(Commands.open(subject));

        assertThat(bus.outcome(poison)).isInstanceOf(Outcome.Failed.class);
        assertThat(bus.outcome(deleted)).isInstanceOf(Outcome.Applied.class);
        assertThat(bus.outcome(opened)).isInstanceOf(Outcome.Applied.class);
        assertThat(ticketsWith(subject)).isEqualTo(1);
    }

    @Test
    void aCommandAloneNeedsNoSavepoint() throws SQLException {
        bus.outcome(bus.send(Commands.open(subject())));
        long savepoints = counted("Com_savepoint");

        bus.outcome(bus.send(Commands.open(subject())));

        assertThat(counted("Com_savepoint")).isEqualTo(savepoints);
    }

    private long counted(String variable) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, rootUser, rootPassword);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE '" + variable + "'")) {
            row.next();
            return row.getLong(2);
        }
    }

    @Test
    void whatCannotBeDecodedIsADeadLetterAsItCame() {
        String id = UUID.randomUUID().toString();

        bus.send(id, OpenTicket.TYPE, "no CBOR".getBytes(UTF_8), Map.of());

        assertThat(bus.outcome(id)).isInstanceOf(Outcome.Failed.class);
        assertThat(bus.deadLetters(id))
                .singleElement()
                .satisfies(letter -> assertThat(letter.value()).isEqualTo("no CBOR".getBytes(UTF_8)));
    }

    @Test
    void aFailedCommandIsAppliedWhenAnOperatorSendsItAgain() throws SQLException {
        poison("mended later");
        String id = bus.send(Commands.open("mended later"));
        assertThat(bus.outcome(id)).isInstanceOf(Outcome.Failed.class);
        asRoot("DROP TRIGGER poison");

        byte[] value = CommandCodec.encode(Commands.open("mended later"));
        bus.send(id, OpenTicket.TYPE, value, Map.of());
        assertThat(bus.outcomes(id, 2).get(1)).isInstanceOf(Outcome.Failed.class);
        bus.send(id, OpenTicket.TYPE, value, Map.of(CommandHeaders.REPLAY, "1"));

        assertThat(bus.outcomes(id, 3).get(2)).isInstanceOf(Outcome.Applied.class);
        assertThat(ticketsWith("mended later")).isEqualTo(1);
    }

    private static String subject() {
        return "Batch " + UUID.randomUUID();
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

    /** Makes the database refuse a message with this title for a reason that will not pass. */
    private void poison(String title) throws SQLException {
        asRoot("CREATE TRIGGER poison BEFORE INSERT ON ost_thread_entry FOR EACH ROW IF NEW.title = '" + title
                + "' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'poison by a trigger'; END IF");
    }

    private void asRoot(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, rootUser, rootPassword);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
