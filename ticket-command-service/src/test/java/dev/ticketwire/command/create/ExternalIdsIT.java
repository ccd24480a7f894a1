package dev.ticketwire.command.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.Handler;
import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.ticket.Sandbox;
import dev.ticketwire.contract.command.DeleteTicket;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers' own names for tickets, on a real database with the demo help desk. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class ExternalIdsIT {
    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot snapshot;

    @Inject
    OpenTickets handler;

    @Inject
    Handler<DeleteTicket> deletions;

    private Desk desk;

    @BeforeEach
    void begin() throws SQLException {
        snapshot.refresh();
        desk = new Desk(handler, database.getConnection(), snapshot.current());
    }

    @AfterEach
    void undo() throws SQLException {
        desk.close();
    }

    @Test
    void theSecondOfAWaveGetsTheFirstOnesTicket() throws SQLException {
        List<Result> results = desk.apply(named("A-1"), named("A-2"), named("A-1"));

        assertThat(Desk.id(results.get(2))).isEqualTo(Desk.id(results.get(0)));
        assertThat(Desk.number(results.get(2))).isEqualTo(Desk.number(results.get(0)));
        assertThat(answer(results.get(0))).isEqualTo("null");
        assertThat(answer(results.get(2))).isEqualTo("{\"existing\":true}");
        assertThat(tickets()).isEqualTo("2");
        assertThat(names()).containsExactly("1 A-1 " + Desk.id(results.get(0)), "1 A-2 " + Desk.id(results.get(1)));
    }

    @Test
    void aLaterBatchGetsTheEarlierOnesTicketWhateverElseItSays() throws SQLException {
        Result.Applied first = desk.open(named("A-1"));

        Result.Applied second = desk.open(named("A-1").with("department", "Nowhere"));

        assertThat(second.ticketId()).isEqualTo(first.ticketId());
        assertThat(answer(second)).isEqualTo("{\"existing\":true}");
        assertThat(tickets()).isEqualTo("1");
    }

    @Test
    void namesAreComparedByteByByte() throws SQLException {
        desk.apply(named("a"), named("A"), named("ä"), named("a "), named("😀"));

        assertThat(tickets()).isEqualTo("5");
    }

    @Test
    void aNameOfARefusedRequestIsFree() throws SQLException {
        List<Result> results = desk.apply(
                named("A-1").with("department", "Nowhere"),
                named("A-1"),
                named("A-2").with("department", "Nowhere"));

        assertThat(results.get(0)).isInstanceOf(Result.Rejected.class);
        assertThat(answer(results.get(1))).isEqualTo("null");
        assertThat(names()).containsExactly("1 A-1 " + Desk.id(results.get(1)));
    }

    @Test
    void aNameOfADeletedTicketIsFree() throws SQLException {
        Result.Applied first = desk.open(named("A-1"));
        desk.apply(deletions, List.of(new DeleteTicket(first.number())));

        assertThat(names()).isEmpty();
        assertThat(answer(desk.open(named("A-1")))).isEqualTo("null");
    }

    @Test
    void aNameOfATicketThatOsticketDeletedIsFree() throws SQLException {
        Result.Applied first = desk.open(named("A-1"));
        desk.run("DELETE FROM {ticket} WHERE ticket_id = " + first.ticketId());

        Result.Applied second = desk.open(named("A-1"));

        assertThat(answer(second)).isEqualTo("null");
        assertThat(names()).containsExactly("1 A-1 " + second.ticketId());
    }

    @Test
    void everyKeyHasItsOwnNames() throws SQLException {
        Result.Applied first = desk.open(named("A-1"));

        Result second = desk.apply(handler, 2, List.of(named("A-1").command())).getFirst();

        assertThat(Desk.id(second)).isNotEqualTo(first.ticketId());
    }

    @Test
    void aNameThatAnotherWorkerIsGivingIsWaitedFor() throws Exception {
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("INSERT INTO ticketwire_external_id VALUES (1, 'A-1', 1, NOW())");

            CompletableFuture<Result> second = CompletableFuture.supplyAsync(() -> opened(named("A-1")));
            stillWaits(second);
            other.commit();

            Result result = second.get(20, TimeUnit.SECONDS);
            desk.close();
            begin();
            statement.executeUpdate("DELETE FROM ticketwire_external_id");
            other.commit();
            assertThat(Desk.number(result)).isEqualTo("480113");
        }
    }

    @Test
    void aNameThatAnotherWorkerGaveUpIsTaken() throws Exception {
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("INSERT INTO ticketwire_external_id VALUES (1, 'A-1', 1, NOW())");

            CompletableFuture<Result> second = CompletableFuture.supplyAsync(() -> opened(named("A-1")));
            stillWaits(second);
            other.rollback();

            assertThat(answer(second.get(20, TimeUnit.SECONDS))).isEqualTo("null");
        }
    }

    @Test
    void manyTakeAsManyStatementsAsOne() throws SQLException {
        desk.apply(named("warm"));
        long one = desk.statementsFor(named("A-0"));

        long many = desk.statementsFor(
                IntStream.rangeClosed(1, 20).mapToObj(i -> named("A-" + i)).toArray(TestTicket[]::new));

        assertThat(many).isEqualTo(one);
    }

    private static void stillWaits(CompletableFuture<?> worker) {
        Awaitility.await()
                .during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(5))
                .until(() -> !worker.isDone());
    }

    private Result opened(TestTicket wish) {
        try {
            return desk.apply(wish).getFirst();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestTicket named(String externalId) {
        return TestTicket.of("named").with("externalId", externalId);
    }

    private static String answer(Result result) {
        return String.valueOf(Sandbox.applied(result).answer());
    }

    private String tickets() throws SQLException {
        return desk.value("SELECT COUNT(*) FROM {ticket} WHERE created = ?", desk.now());
    }

    private List<String> names() throws SQLException {
        return desk.column("SELECT CONCAT_WS(' ', api_key_id, external_id, ticket_id) FROM ticketwire_external_id"
                + " ORDER BY external_id");
    }
}
