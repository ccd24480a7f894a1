package dev.ticketwire.command.notice.facts;

import dev.ticketwire.command.notice.facts.Occasion.MessagePosted;
import dev.ticketwire.command.notice.facts.Occasion.NoteAdded;
import dev.ticketwire.command.notice.facts.Occasion.Opened;
import dev.ticketwire.command.notice.facts.Occasion.ReplyPosted;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tickets of occasions within their transaction: at most nine statements for a wave of any size, five for new
 * tickets; one more each for long texts, and for what {@link Wanted} says.
 */
public final class FactsReader {
    private static final String TICKETS = "SELECT t.ticket_id, t.number, t.dept_id, t.staff_id, t.team_id, t.topic_id,"
            + " t.status_id, t.sla_id, t.source, t.created, COALESCE(t.duedate, t.est_duedate), t.closed, t.lastupdate,"
            + " h.id, u.id, u.name, e.address, u.org_id, o.manager, a.timezone FROM {ticket} t"
            + " LEFT JOIN {thread} h ON h.object_id = t.ticket_id AND h.object_type IN ('T', 'C')"
            + " LEFT JOIN {user} u ON u.id = t.user_id LEFT JOIN {user_email} e ON e.id = u.default_email_id"
            + " LEFT JOIN {organization} o ON o.id = u.org_id LEFT JOIN {user_account} a ON a.user_id = u.id"
            + " WHERE t.ticket_id IN :keys";
    private static final String COLLABORATORS = "SELECT c.thread_id, u.id, u.name, e.address, u.org_id, a.timezone"
            + " FROM {thread_collaborator} c JOIN {user} u ON u.id = c.user_id"
            + " LEFT JOIN {user_email} e ON e.id = u.default_email_id"
            + " LEFT JOIN {user_account} a ON a.user_id = u.id"
            + " WHERE c.flags & 1 AND c.thread_id IN :keys ORDER BY c.id";
    private static final String RESPONSES = "SELECT thread_id, staff_id, id FROM {thread_entry}"
            + " WHERE type = 'R' AND staff_id <> 0 AND thread_id IN :keys ORDER BY created, id";
    private static final String MAILS = "SELECT n.thread_id, MAX(n.id) FROM {thread_entry} n"
            + " JOIN {thread_entry_email} m ON m.thread_entry_id = n.id"
            + " WHERE n.type = 'M' AND n.thread_id IN :keys GROUP BY n.thread_id";
    private static final String ENDS = "SELECT thread_id, MIN(id), MAX(id) FROM {thread_entry}"
            + " WHERE type = 'M' AND thread_id IN :keys GROUP BY thread_id";
    private static final String HEADERS =
            "SELECT thread_entry_id, mid, headers FROM {thread_entry_email} WHERE thread_entry_id IN :keys";

    private static final LocalDateTime NEVER = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final ZoneId databaseZone;
    private final List<Occasion> occasions;
    private final Map<Integer, Row> tickets = new HashMap<>();
    private final Map<Integer, List<Person>> collaborators = new HashMap<>();
    private final Map<Integer, EntryFacts> entries = new HashMap<>();
    private final Map<Integer, List<Response>> responses = new HashMap<>();
    private final Map<Integer, TicketFacts.MailReference> mails = new HashMap<>();
    private final Map<Integer, Ends> ends = new HashMap<>();
    private AnswerTexts answers = AnswerTexts.NONE;

    private record Response(int entry, int agent) {}

    /** The first and the last message of a thread. */
    private record Ends(int first, int last) {}

    private FactsReader(ZoneId databaseZone, List<Occasion> occasions) {
        this.databaseZone = databaseZone;
        this.occasions = occasions;
    }

    /**
     * Reads the facts of all occasions.
     *
     * @param databaseZone the zone of the database's wall clock
     * @return in their order; null for a ticket that has none, or no thread
     */
    public static List<@Nullable TicketFacts> read(
            Connection connection, Reference reference, ZoneId databaseZone, List<Occasion> occasions, Wanted wanted)
            throws SQLException {
        FactsReader reader = new FactsReader(databaseZone, occasions);
        reader.read(connection, reference, wanted);
        List<@Nullable TicketFacts> facts = new ArrayList<>();
        for (Occasion occasion : occasions) {
            facts.add(reader.facts(occasion));
        }
        return facts;
    }

    private void read(Connection connection, Reference reference, Wanted wanted) throws SQLException {
        Set<Integer> ids = new TreeSet<>();
        Set<Integer> entryIds = new TreeSet<>();
        for (Occasion occasion : occasions) {
            ids.add(occasion.ticket());
            entryIds.addAll(entriesOf(occasion));
        }
        entryIds.remove(0);
        Statements.read(connection, TICKETS, ids, row -> tickets.put(row.getInt(1), Row.of(row)));
        Statements.read(connection, COLLABORATORS, threads(occasions), this::addCollaborator);
        if (wanted.thread()) {
            Statements.read(
                    connection,
                    ENDS,
                    threads(occasions),
                    row -> ends.put(row.getInt(1), new Ends(row.getInt(2), row.getInt(3))));
            ends.values().forEach(some -> entryIds.addAll(List.of(some.first, some.last)));
        }
        entries.putAll(EntryReader.read(connection, entryIds, wanted.files()));
        List<Integer> owners = tickets.values().stream()
                .map(Row::owner)
                .filter(Objects::nonNull)
                .map(Person::user)
                .toList();
        answers = AnswerTexts.read(connection, reference, ids, owners);
        readHistory(
                connection,
                occasions.stream().filter(one -> !(one instanceof Opened)).toList());
    }

    /** A new ticket has none. */
    private void readHistory(Connection connection, List<Occasion> others) throws SQLException {
        Statements.read(
                connection,
                RESPONSES,
                threads(others),
                row -> responses
                        .computeIfAbsent(row.getInt(1), thread -> new ArrayList<>())
                        .add(new Response(row.getInt(3), row.getInt(2))));
        Map<Integer, Integer> threadOfMail = new HashMap<>();
        Statements.read(connection, MAILS, threads(others), row -> threadOfMail.put(row.getInt(2), row.getInt(1)));
        Statements.read(connection, HEADERS, threadOfMail.keySet(), row -> {
            TicketFacts.MailReference mail = reference(row);
            Integer thread = threadOfMail.get(row.getInt(1));
            if (mail != null && thread != null) {
                mails.put(thread, mail);
            }
        });
    }

    private static TicketFacts.@Nullable MailReference reference(ResultSet row) throws SQLException {
        String headers = row.getString(3);
        String id = row.getString(2);
        return headers != null
                ? MailHeaders.reference(headers)
                : id == null ? null : new TicketFacts.MailReference(id, List.of());
    }

    private Set<Integer> threads(Collection<Occasion> some) {
        Set<Integer> threads = new TreeSet<>();
        for (Occasion occasion : some) {
            Row row = tickets.get(occasion.ticket());
            if (row != null) {
                threads.add(row.thread);
            }
        }
        return threads;
    }

    private static List<Integer> entriesOf(Occasion occasion) {
        return switch (occasion) {
            case Opened opened -> List.of(opened.message(), opened.canned());
            case MessagePosted message -> List.of(message.entry());
            case ReplyPosted reply -> List.of(reply.entry());
            case NoteAdded note -> List.of(note.entry());
        };
    }

    private void addCollaborator(ResultSet row) throws SQLException {
        collaborators
                .computeIfAbsent(row.getInt(1), thread -> new ArrayList<>())
                .add(new Person(row.getInt(2), text(row, 3), text(row, 4), row.getInt(5), text(row, 6)));
    }

    private @Nullable TicketFacts facts(Occasion occasion) {
        Row row = tickets.get(occasion.ticket());
        if (row == null || row.thread == 0) {
            return null;
        }
        Opened opened = occasion instanceof Opened one ? one : null;
        Map<Integer, EntryFacts> own = new HashMap<>();
        for (int entry : entriesOf(occasion)) {
            EntryFacts facts = entries.get(entry);
            if (facts != null) {
                own.put(entry, facts);
            }
        }
        return new TicketFacts(
                row.id,
                row.number,
                row.thread,
                opened == null ? row.department : opened.department(),
                opened == null ? row.staff : opened.staff(),
                opened == null ? row.team : opened.team(),
                row.topic,
                row.status,
                row.serviceLevel,
                row.source,
                row.created,
                row.created.atZone(databaseZone).toEpochSecond(),
                row.dueDate,
                row.closed,
                row.lastUpdate,
                row.owner,
                collaborators.getOrDefault(row.thread, List.of()),
                row.accountManager,
                answers.ofTicket(row.id),
                row.owner == null ? Map.of() : answers.ofUser(row.owner.user()),
                lastRespondent(row.thread, occasion),
                mails.get(row.thread),
                end(row.thread, Ends::first),
                end(row.thread, Ends::last),
                own);
    }

    private @Nullable EntryFacts end(int thread, ToIntFunction<Ends> which) {
        Ends both = ends.get(thread);
        return both == null ? null : entries.get(which.applyAsInt(both));
    }

    private int lastRespondent(int thread, Occasion occasion) {
        int agent = 0;
        List<Integer> own = entriesOf(occasion);
        for (Response response : responses.getOrDefault(thread, List.of())) {
            agent = own.contains(response.entry) ? agent : response.agent;
        }
        return agent;
    }

    /** A row of an old help desk may have no time. */
    static LocalDateTime time(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(DatabaseTime.parse(row.getString(column)), NEVER);
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private record Row(
            int id,
            String number,
            int department,
            int staff,
            int team,
            int topic,
            int status,
            int serviceLevel,
            String source,
            LocalDateTime created,
            @Nullable LocalDateTime dueDate,
            @Nullable LocalDateTime closed,
            @Nullable LocalDateTime lastUpdate,
            int thread,
            @Nullable Person owner,
            String accountManager) {

        static Row of(ResultSet row) throws SQLException {
            int user = row.getInt(15);
            return new Row(
                    row.getInt(1),
                    text(row, 2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getInt(6),
                    row.getInt(7),
                    row.getInt(8),
                    text(row, 9),
                    time(row, 10),
                    DatabaseTime.parse(row.getString(11)),
                    DatabaseTime.parse(row.getString(12)),
                    DatabaseTime.parse(row.getString(13)),
                    row.getInt(14),
                    user == 0 ? null : new Person(user, text(row, 16), text(row, 17), row.getInt(18), text(row, 20)),
                    text(row, 19));
        }
    }
}
