package dev.ticketwire.command.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.create.TestTicket;
import dev.ticketwire.command.ticket.Sandbox;
import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.command.DeleteTicket;
import dev.ticketwire.contract.command.LinkTicket;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.command.PostReply;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.contract.command.TicketRouting;
import dev.ticketwire.contract.command.UnlinkTicket;
import dev.ticketwire.contract.command.UpdateTicket;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a key may change that is bound to departments. In the demo help desk 602881 (5) lies in the front desk (1), its
 * children 602882 (6) in the workshop (2) and 602883 (7) in accounts (4).
 */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class DepartmentsIT {
    private static final Departments WORKSHOP = Departments.of(List.of(2));
    private static final Departments FRONT_AND_WORKSHOP = Departments.of(List.of(1, 2));

    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot snapshot;

    @Inject
    Handlers handlers;

    private Sandbox desk;

    @BeforeEach
    void begin() throws SQLException {
        snapshot.refresh();
        desk = new Sandbox(database.getConnection(), snapshot.current());
    }

    @AfterEach
    void undo() throws SQLException {
        desk.close();
    }

    @Test
    void aTicketOfAnotherDepartmentIsAsIfItDidNotExist() throws SQLException {
        for (Command command : List.of(
                update("602881", null, null, "Another subject"),
                new DeleteTicket("602881"),
                new DeleteTicket("5"),
                reply("602881"))) {
            assertThat(refused(WORKSHOP, command))
                    .as(command.type())
                    .isEqualTo(new Refusal("ticket-not-found", 404, "Ticket not found", null));
        }
        assertThat(desk.value("SELECT COUNT(*) FROM {ticket} WHERE ticket_id = 5"))
                .isEqualTo("1");
    }

    @Test
    void aTicketOfTheDepartmentIsChangedAsEver() throws SQLException {
        applied(WORKSHOP, update("602882", null, null, "Another subject"));
        applied(WORKSHOP, reply("602882"));
        applied(WORKSHOP, new DeleteTicket("602882"));
    }

    @Test
    void noTicketIsMovedIntoAnotherDepartment() throws SQLException {
        assertThat(refused(WORKSHOP, update("602882", "1", null, null)).code()).isEqualTo("department-not-permitted");
        assertThat(refused(WORKSHOP, update("602882", "1", null, null)).status())
                .isEqualTo(403);

        applied(FRONT_AND_WORKSHOP, update("602882", "1", null, null));
        assertThat(department(6)).isEqualTo("1");
    }

    @Test
    void aNewTicketIsJudgedByTheDepartmentThatItEndsIn() throws SQLException {
        assertThat(refused(WORKSHOP, open("4", null)))
                .isEqualTo(new Refusal(
                        "department-not-permitted", 403, "API key not authorized for this department", "departmentId"));
        assertThat(refused(WORKSHOP, open(null, null)).code()).isEqualTo("department-not-permitted");
        assertThat(desk.column("SELECT id FROM {user_email} WHERE address = 'bound@example.org'"))
                .isEmpty();

        Result.Applied opened = applied(WORKSHOP, open("2", null));

        assertThat(department((int) opened.ticketId())).isEqualTo("2");
    }

    @Test
    void aRefusedTicketTakesNothingFromItsNeighbours() throws SQLException {
        List<Result> results = desk.apply(
                handlers.of(OpenTicket.class), 1, WORKSHOP, List.of(open("4", null), open("2", null), open("1", null)));

        assertThat(results.get(0)).isInstanceOf(Result.Rejected.class);
        assertThat(results.get(1)).isInstanceOf(Result.Applied.class);
        assertThat(results.get(2)).isInstanceOf(Result.Rejected.class);
    }

    @Test
    void noTicketIsHungUnderOneOfAnotherDepartment() throws SQLException {
        Refusal denied = new Refusal(
                "parent-not-permitted", 403, "Access denied to parent ticket department", "parentTicketNumber");

        assertThat(refused(WORKSHOP, open("2", "480113"))).isEqualTo(denied);
        assertThat(refused(WORKSHOP, update("R-0001", null, "480113", null))).isEqualTo(denied);
        assertThat(refused(WORKSHOP, new LinkTicket("R-0001", "480113")).text())
                .isEqualTo("Access denied to parent ticket department");
        applied(FRONT_AND_WORKSHOP, new LinkTicket("R-0001", "480113"));
    }

    @Test
    void noTicketOfAnotherDepartmentIsGivenAParentOrFreedOfIt() throws SQLException {
        Refusal denied = refused(WORKSHOP, new LinkTicket("480113", "R-0001"));

        assertThat(denied)
                .isEqualTo(
                        new Refusal("child-not-permitted", 403, "Access denied to child ticket department", "childId"));
        assertThat(refused(FRONT_AND_WORKSHOP, new UnlinkTicket("602883")).text())
                .isEqualTo(denied.text());
        assertThat(refused(WORKSHOP, new UnlinkTicket("602882")).text())
                .isEqualTo("Access denied to parent ticket department");
        applied(FRONT_AND_WORKSHOP, new UnlinkTicket("602882"));
    }

    @Test
    void noTicketIsTakenFromAParentOfAnotherDepartmentByGivingItAnother() throws SQLException {
        assertThat(refused(WORKSHOP, update("602882", null, "R-0001", null)).code())
                .isEqualTo("parent-not-permitted");
        applied(FRONT_AND_WORKSHOP, update("602882", null, "R-0001", null));
    }

    @Test
    void aMailThatIsOnATicketOfAnotherDepartmentAlreadyDoesNotTellOfIt() throws SQLException {
        desk.run("INSERT INTO {thread_entry_email} (thread_entry_id, mid) SELECT MIN(e.id), '<known@example.org>'"
                + " FROM {thread_entry} e JOIN {thread} h ON h.id = e.thread_id WHERE h.object_id = 5"
                + " AND h.object_type = 'T'");

        assertThat(refused(WORKSHOP, mail("Again", "<known@example.org>")).code())
                .isEqualTo("department-not-permitted");
        assertThat(applied(FRONT_AND_WORKSHOP, mail("Again", "<known@example.org>"))
                        .number())
                .isEqualTo("602881");
    }

    @Test
    void aTicketWithoutADepartmentIsEverybodysToLink() throws SQLException {
        desk.run("UPDATE {ticket} SET dept_id = 0 WHERE number = '480113'");

        applied(WORKSHOP, new LinkTicket("480113", "R-0001"));
    }

    @Test
    void aMailThatNamesATicketOfAnotherDepartmentIsANewOne() throws SQLException {
        assertThat(refused(WORKSHOP, mail("Re: [#602881]")).code()).isEqualTo("department-not-permitted");

        Result.Applied opened = applied(Departments.of(List.of(1, 2, 3, 4)), mail("Re: [#602881]"));
        assertThat(opened.number()).isEqualTo("602881");
    }

    private Result.Applied applied(Departments departments, Command command) throws SQLException {
        return Sandbox.applied(result(departments, command));
    }

    private Refusal refused(Departments departments, Command command) throws SQLException {
        return Sandbox.refusal(result(departments, command));
    }

    @SuppressWarnings("unchecked") // the class of a command is its own
    private <C extends Command> Result result(Departments departments, C command) throws SQLException {
        return desk.apply(handlers.of((Class<C>) command.getClass()), 1, departments, List.of(command))
                .getFirst();
    }

    private String department(int ticket) throws SQLException {
        return desk.value("SELECT dept_id FROM {ticket} WHERE ticket_id = ?", ticket);
    }

    private static PostReply reply(String ticket) {
        return new PostReply(ticket, "1", null, "Thank you", "text", List.of(), "192.0.2.9", false);
    }

    private static UpdateTicket update(
            String ticket, @Nullable String department, @Nullable String parent, @Nullable String subject) {
        return new UpdateTicket(
                ticket,
                new TicketRouting(department, null, null, null, null, null, null, null),
                parent,
                subject,
                Set.of(),
                Map.of(),
                null,
                "192.0.2.9",
                false);
    }

    private static OpenTicket open(@Nullable String department, @Nullable String parent) {
        return TestTicket.of("Bound")
                .from("bound@example.org")
                .with("department", department)
                .with("parent", parent)
                .command();
    }

    private ReceiveMail mail(String subject) throws SQLException {
        return mail(subject, null);
    }

    private ReceiveMail mail(String subject, @Nullable String id) throws SQLException {
        String owner = desk.value("SELECT e.address FROM {ticket} t JOIN {user} u ON u.id = t.user_id"
                + " JOIN {user_email} e ON e.id = u.default_email_id WHERE t.number = '602881'");
        return new ReceiveMail(
                new ReceiveMail.Address("Owner", owner),
                List.of(),
                List.of(new ReceiveMail.Address("", "hello@harbourbikes.example")),
                List.of(),
                List.of(),
                subject,
                "Hello by mail",
                "text",
                List.of(),
                id,
                List.of(),
                List.of(),
                List.of(),
                "Subject: " + subject,
                ReceiveMail.Nature.PERSONAL,
                "192.0.2.9");
    }
}
