package dev.ticketwire.command.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.command.DeleteTicket;
import dev.ticketwire.contract.command.LinkTicket;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.message.Outcome;
import dev.ticketwire.osticket.read.TicketVersion;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the headers of a command say besides it: how its sender saw the ticket, and what it called the members. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class IfMatchCheckIT {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @Inject
    AgroalDataSource database;

    private Bus bus;

    @BeforeEach
    void connect() {
        bus = new Bus(bootstrap);
    }

    @AfterEach
    void disconnect() {
        bus.close();
    }

    @Test
    void ofTwoWhoSawTheSameTicketOneIsTooLate() throws SQLException {
        String parent = opened("a parent");
        String version = version(parent);

        String first = send(new LinkTicket(opened("a child"), parent), version);
        String second = send(new LinkTicket(opened("another child"), parent), version);

        assertThat(bus.outcome(first)).isInstanceOf(Outcome.Applied.class);
        assertThat(bus.outcome(second)).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            assertThat(rejected.refusal().status()).isEqualTo(412);
            assertThat(rejected.refusal().code()).isEqualTo("precondition-failed");
            assertThat(rejected.refusal().field()).isEqualTo("If-Match");
        });
    }

    @Test
    void whatTheHelpDesksOwnPanelChangedIsNotOverwritten() throws SQLException {
        String ticket = opened("a ticket");
        String version = version(ticket);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE ost_ticket SET isanswered = 1 WHERE number = '" + ticket + "'");
        }

        Outcome outcome = bus.outcome(send(new DeleteTicket(ticket), version));

        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(bus.outcome(send(new DeleteTicket(ticket), "\"old\"" + version(ticket))))
                .isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void anyVersionOfATicketWillDoWhereTheSenderSaysSo() {
        assertThat(bus.outcome(send(new DeleteTicket(opened("a ticket")), "*"))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void aTicketThatDoesNotExistIsNotFoundWhateverItsVersion() {
        for (String nobody : new String[] {"nothing", "🎉"}) {
            assertThat(bus.outcome(send(new DeleteTicket(nobody), "\"old\"")))
                    .isInstanceOfSatisfying(
                            Outcome.Rejected.class,
                            rejected -> assertThat(rejected.refusal().code()).isEqualTo("ticket-not-found"));
        }
    }

    @Test
    void aRefusalNamesTheMemberThatWasSent() {
        String id = UUID.randomUUID().toString();
        Command link = new LinkTicket("nothing", opened("a parent"));
        bus.send(id, link.type(), CommandCodec.encode(link), Map.of(CommandHeaders.SPELLINGS, "childId=number"));
        String plain = bus.send(new LinkTicket("nothing", opened("a parent")));

        assertThat(bus.outcome(id))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.refusal().field()).isEqualTo("number"));
        assertThat(bus.outcome(plain))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.refusal().field()).isEqualTo("childId"));
    }

    private String send(Command command, String ifMatch) {
        String id = UUID.randomUUID().toString();
        bus.send(id, command.type(), CommandCodec.encode(command), Map.of(CommandHeaders.IF_MATCH, ifMatch));
        return id;
    }

    private String opened(String subject) {
        return ((Outcome.Applied) bus.outcome(bus.send(Commands.open(subject)))).number();
    }

    private String version(String ticket) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return '"' + Objects.requireNonNull(TicketVersion.of(connection, ticket, Departments.ALL)) + '"';
        }
    }
}
