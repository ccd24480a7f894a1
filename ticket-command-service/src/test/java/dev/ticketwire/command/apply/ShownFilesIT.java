package dev.ticketwire.command.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.create.TestTicket;
import dev.ticketwire.command.ticket.Sandbox;
import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.command.PostReply;
import dev.ticketwire.contract.command.TicketRouting;
import dev.ticketwire.contract.command.UpdateTicket;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.reference.ApiKey;
import dev.ticketwire.osticket.reference.KeySettings;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an img of a message attaches that shows a stored file by its key. Entry 2 is a reply on ticket 1 in the front
 * desk (1), entry 4 a note on ticket 2 in the workshop (2).
 */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class ShownFilesIT {
    private static final int FULL = 1;
    private static final int WITHOUT_NOTES = 71;
    private static final int WITHOUT_READING = 72;
    private static final int UNKNOWN = 73;
    private static final Departments FRONT = Departments.of(List.of(1));
    private static final Departments WORKSHOP = Departments.of(List.of(2));
    private static final Departments BOTH = Departments.of(List.of(1, 2));

    private static final String ON_REPLY = "OnReply-89012345678901234567890_";
    private static final String ON_NOTE = "OnNote.-89012345678901234567890_";
    private static final String NOWHERE = "Nowhere-89012345678901234567890_";
    private static final String SVG = "Drawing-89012345678901234567890_";

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
        desk = new Sandbox(
                database.getConnection(),
                with(
                        snapshot.current(),
                        key(WITHOUT_NOTES, Set.of("can_read_tickets"), false),
                        key(WITHOUT_READING, Set.of("can_create_tickets"), true)));
        file(901, ON_REPLY, "image/png", 2);
        file(902, ON_NOTE, "image/png", 4);
        file(903, NOWHERE, "image/png", 0);
        file(904, SVG, "image/svg+xml", 2);
    }

    @AfterEach
    void undo() throws SQLException {
        desk.close();
    }

    @Test
    void aNewTicketCarriesTheFileThatItsMessageShows() throws SQLException {
        Sandbox.applied(apply(FULL, FRONT, open("<p>See <img src=\"cid:" + ON_REPLY + "\"></p>")));

        assertThat(attached()).containsExactly("901 1 null");
        assertThat(body()).isEqualTo("<p>See <img src=\"cid:" + ON_REPLY + "\" alt=\"image\" /></p>");
    }

    @Test
    void aReplyCarriesTheFileThatItShowsUnderItsAddress() throws SQLException {
        Sandbox.applied(apply(
                FULL, FRONT, reply("<img src=\"https://desk.example/file.php?key=" + ON_REPLY + "&amp;expires=1\">")));

        assertThat(attached()).containsExactly("901 1 null");
        assertThat(body()).isEqualTo("<img src=\"cid:" + ON_REPLY + "\" alt=\"image\" />");
    }

    @Test
    void aNoteInHtmlCarriesTheFilesThatItShowsOnceEach() throws SQLException {
        String both = "<img src=\"cid:" + ON_REPLY + "\"><img src=\"cid:" + ON_NOTE + "\">";

        Sandbox.applied(apply(FULL, BOTH, note(both + both, "html")));

        assertThat(attached()).containsExactlyInAnyOrder("901 1 null", "902 1 null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"cid:OnReply-89012345678901234567890_\">x</a>",
                "<p>cid:OnReply-89012345678901234567890_</p>",
                "<div style=\"background:url(cid:OnReply-89012345678901234567890_)\">x</div>",
                "<!-- <img src=\"cid:OnReply-89012345678901234567890_\"> -->x",
                "<img src=\"cid:Missing-89012345678901234567890_\">",
                "<img src=\"cid:Drawing-89012345678901234567890_\">",
                "<img src=\"cid:OnReply\">",
            })
    void nothingElseAttachesAFile(String html) throws SQLException {
        Sandbox.applied(apply(FULL, Departments.ALL, note(html, "html")));

        assertThat(attached()).isEmpty();
    }

    @Test
    void markdownShowsNoFile() throws SQLException {
        Sandbox.applied(apply(FULL, Departments.ALL, note("<img src=\"cid:" + ON_REPLY + "\">", "markdown")));

        assertThat(attached()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, all, 901 902 903",
        "1, '1', 901",
        "1, '2', 902",
        "1, '1,2', 901 902",
        "1, '4', ''",
        "71, all, 901",
        "71, '2', ''",
        "72, all, ''",
        "73, all, ''",
    })
    void aKeyShowsOnlyWhatItMayRead(int key, String departments, String files) throws SQLException {
        String html = Stream.of(ON_REPLY, ON_NOTE, NOWHERE, SVG)
                .map(file -> "<img src=\"cid:" + file + "\">")
                .reduce("", String::concat);
        desk.run("UPDATE {ticket} SET dept_id = " + anyOf(departments) + " WHERE ticket_id = 8");

        Sandbox.applied(apply(
                key,
                Departments.parse(departments),
                new PostReply("731950", "1", null, html, "html", List.of(), "::1", false)));

        assertThat(desk.column("SELECT file_id FROM {attachment} WHERE type = 'H' AND inline = 1 ORDER BY file_id"))
                .isEqualTo(files.isEmpty() ? List.of() : List.of(files.split(" ")));
    }

    @Test
    void callersOfDifferentRightsInOneWaveGetWhatIsTheirsWithAsManyStatements() throws SQLException {
        wave(BOTH, BOTH);
        long same = wave(BOTH, BOTH);
        desk.run("DELETE FROM {attachment} WHERE inline = 1");

        long different = wave(FRONT, WORKSHOP);

        assertThat(desk.column("SELECT h.object_id FROM {attachment} a JOIN {thread_entry} e ON e.id = a.object_id"
                        + " JOIN {thread} h ON h.id = e.thread_id WHERE a.inline = 1"))
                .containsExactly("1");
        assertThat(different).isEqualTo(same);
    }

    /**
     * Replies of two callers on the tickets 1 and 2, which show the same file. Returns how many statements they took.
     */
    private long wave(Departments first, Departments second) throws SQLException {
        String html = "<img src=\"cid:" + ON_REPLY + "\">";
        long before = desk.questions();
        List<Result> results = desk.wave(
                handlers.of(PostReply.class),
                List.of(
                        received(new PostReply("480113", "1", null, html, "html", List.of(), "::1", false), first),
                        received(new PostReply("R-0001", "1", null, html, "html", List.of(), "::1", false), second)));
        assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(Result.Applied.class));
        return desk.questions() - before;
    }

    private static Received<PostReply> received(PostReply reply, Departments departments) {
        return new Received<>("command", FULL, departments, reply, null);
    }

    /** One of them, to put the ticket that is written on into. */
    private static String anyOf(String departments) {
        return departments.equals("all") ? "1" : departments.split(",")[0];
    }

    /** On what was written by this test: file, whether inline, name. */
    private List<String> attached() throws SQLException {
        return desk.column("SELECT CONCAT(a.file_id, ' ', a.inline, ' ', IFNULL(a.name, 'null')) FROM {attachment} a"
                + " WHERE a.type = 'H' AND a.object_id = (SELECT MAX(id) FROM {thread_entry})");
    }

    private String body() throws SQLException {
        return desk.value("SELECT body FROM {thread_entry} ORDER BY id DESC LIMIT 1");
    }

    @SuppressWarnings("unchecked") // the class of a command is its own
    private <C extends Command> Result apply(int key, Departments departments, C command) throws SQLException {
        return desk.apply(handlers.of((Class<C>) command.getClass()), key, departments, List.of(command))
                .getFirst();
    }

    /** @param entry that it is attached to, not inline; 0 for none */
    private void file(int id, String key, String type, int entry) throws SQLException {
        desk.run("INSERT INTO {file} (id, ft, bk, type, size, `key`, signature, name, created) VALUES (" + id
                + ", 'T', 'D', '" + type + "', 1, '" + key + "', 's', 'logo', NOW())");
        if (entry != 0) {
            desk.run("INSERT INTO {attachment} (object_id, type, file_id, inline) VALUES (" + entry + ", 'H', " + id
                    + ", 0)");
        }
    }

    private static ApiKey key(int id, Set<String> granted, boolean seesNotes) {
        return new ApiKey(
                id,
                List.of(),
                List.of("0.0.0.0"),
                true,
                granted,
                new KeySettings(Departments.ALL, seesNotes, false, null, null, null));
    }

    private static Reference with(Reference known, ApiKey... more) {
        return new Reference(
                known.config(),
                known.departments(),
                known.topics(),
                known.topicForms(),
                known.statuses(),
                known.priorities(),
                known.serviceLevels(),
                known.schedules(),
                known.scheduleEntries(),
                known.staff(),
                known.staffAccess(),
                known.teams(),
                known.forms(),
                known.formFields(),
                known.listItems(),
                known.filters(),
                known.filterRules(),
                known.filterActions(),
                known.events(),
                known.mailboxes(),
                known.teamMembers(),
                known.mailTemplateSets(),
                known.mailTemplates(),
                Stream.concat(known.apiKeys().stream(), Stream.of(more)).toList(),
                known.ticketColumns(),
                known.userColumns(),
                known.version() + 1_000_000);
    }

    private static PostReply reply(String html) {
        return new PostReply("480113", "1", null, html, "html", List.of(), "192.0.2.9", false);
    }

    private static UpdateTicket note(String text, String format) {
        return new UpdateTicket(
                "480113",
                TicketRouting.NONE,
                null,
                null,
                Set.of(),
                Map.of(),
                new UpdateTicket.Note(null, text, format, List.of(), false),
                "192.0.2.9",
                true);
    }

    private static OpenTicket open(String message) {
        return TestTicket.of("Picture")
                .with("message", message)
                .with("department", "1")
                .command();
    }
}
