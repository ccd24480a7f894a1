package dev.ticketwire.command.create.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.osticket.schema.TablePrefix;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers against the tickets of a real database. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class TicketNumbersIT {
    private static final String NOW = "2026-01-05 08:00:00";

    /** Always draws the same, as if nothing else were left. */
    private static final RandomGenerator ONES = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 1;
        }

        @Override
        public int nextInt(int bound) {
            return 1;
        }

        @Override
        public int nextInt(int origin, int bound) {
            return 1;
        }
    };

    @Inject
    AgroalDataSource database;

    private Connection connection;

    private static final class Ticket implements NumberedTicket {
        private final NumberingScheme numbering;
        private String number = "";
        private int id;

        Ticket(int sequence, String format) {
            numbering = new NumberingScheme(sequence, format);
        }

        @Override
        public NumberingScheme numbering() {
            return numbering;
        }

        @Override
        public String number() {
            return number;
        }

        @Override
        public void setNumber(String number) {
            this.number = number;
        }

        @Override
        public int ticketId() {
            return id;
        }
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void aNumberThatAnotherTicketHasIsDrawnAgain() throws SQLException {
        Ticket first = written(new Ticket(0, "######"), "777777");
        Ticket second = written(new Ticket(0, "######"), "777777");

        new TicketNumbers(connection, NOW).confirm(List.of(second));

        assertThat(first.number).isEqualTo("777777");
        assertThat(second.number)
                .matches("[1-9][0-9]{5}")
                .isNotEqualTo("777777")
                .isEqualTo(stored(second));
    }

    @Test
    void aNumberNobodyElseHasStays() throws SQLException {
        Ticket ticket = written(new Ticket(0, "######"), "888888");

        new TicketNumbers(connection, NOW).confirm(List.of(ticket));

        assertThat(stored(ticket)).isEqualTo("888888");
    }

    @Test
    void moreThanHalfOfTheNumbersTakenMeansOneDigitMore() throws SQLException {
        written(new Ticket(0, "X######"), "X111111");
        Ticket ticket = written(new Ticket(0, "X######"), "X111111");

        new TicketNumbers(connection, NOW, ONES).confirm(List.of(ticket));

        assertThat(ticket.number).isEqualTo("X1111111").isEqualTo(stored(ticket));
    }

    @Test
    void twentyFailedDrawsMeanOneDigitMore() throws SQLException {
        List<Ticket> tickets = List.of(new Ticket(0, "######"), new Ticket(0, "######"));

        new TicketNumbers(connection, NOW, ONES).assign(tickets);

        assertThat(tickets.stream().map(NumberedTicket::number)).containsExactly("111111", "1111111");
    }

    @Test
    void drawnNumbersOfOneWaveAreUnique() throws SQLException {
        List<Ticket> tickets =
                IntStream.range(0, 3000).mapToObj(i -> new Ticket(0, "######")).toList();

        new TicketNumbers(connection, NOW).assign(tickets);

        assertThat(tickets.stream().map(NumberedTicket::number))
                .doesNotHaveDuplicates()
                .allMatch(n -> n.matches("[1-9]\\d{5}"));
    }

    @Test
    void aSequenceThatDoesNotExistDrawsAtRandom() throws SQLException {
        Ticket ticket = new Ticket(4711, "T-###");

        new TicketNumbers(connection, NOW).assign(List.of(ticket));

        assertThat(ticket.number).matches("T-[1-9]\\d{5}");
    }

    @Test
    void aSequenceFarBehindIsCaughtUpInFewSteps() throws SQLException {
        fill("R-", 1_000, 4_000);
        run("UPDATE {sequence} SET next = 1000 WHERE id = 3");
        List<Ticket> tickets = List.of(new Ticket(3, "R-####"), new Ticket(3, "R-####"));

        new TicketNumbers(connection, NOW).assign(tickets);

        assertThat(tickets.stream().map(NumberedTicket::number)).containsExactly("R-4001", "R-4002");
    }

    /** A ticket for every number from {@code first} to {@code last}. */
    private void fill(String prefix, int first, int last) throws SQLException {
        run("INSERT INTO {ticket} (number, created, updated) SELECT CONCAT('" + prefix + "', seq), '" + NOW + "', '"
                + NOW + "' FROM seq_" + first + "_to_" + last);
    }

    private void run(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TablePrefix.named(sql))) {
            statement.executeUpdate();
        }
    }

    private Ticket written(Ticket ticket, String number) throws SQLException {
        ticket.number = number;
        String sql = TablePrefix.named(
                "INSERT INTO {ticket} (number, created, updated) VALUES (?, ?, ?) RETURNING ticket_id");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, number);
            statement.setString(2, NOW);
            statement.setString(3, NOW);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                ticket.id = row.getInt(1);
            }
        }
        return ticket;
    }

    private String stored(Ticket ticket) throws SQLException {
        List<String> numbers = new ArrayList<>();
        String sql = TablePrefix.named("SELECT number FROM {ticket} WHERE ticket_id = " + ticket.id);
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                numbers.add(rows.getString(1));
            }
        }
        return String.join(",", numbers);
    }
}
