package dev.ticketwire.command.ticket;

import dev.ticketwire.osticket.format.RowId;
import dev.ticketwire.osticket.sql.Collation;
import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.osticket.text.StoredText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds tickets by number or id, without locking them. A ticket whose status does not exist is not found. If several
 * have the same number, the one with the lowest id is found.
 */
public final class TicketLookup {
    private static final String VISIBLE = " FROM {ticket} t JOIN {ticket_status} s ON s.id = t.status_id WHERE ";
    private static final String BY_NUMBER =
            "SELECT t.ticket_id, t.number" + VISIBLE + "t.number IN :keys ORDER BY t.ticket_id";
    private static final String BY_ID = "SELECT t.ticket_id" + VISIBLE + "t.ticket_id IN :keys";

    private final Map<String, Integer> byNumber = new HashMap<>();
    private final Map<String, Integer> byAccents = new HashMap<>();
    private final Set<Integer> byId = new HashSet<>();

    private TicketLookup() {}

    /**
     * @param numbers texts that can only be numbers
     * @param numbersOrIds texts that are a number, else an internal id if they consist of digits
     */
    public static TicketLookup find(Connection connection, Collection<String> numbers, Collection<String> numbersOrIds)
            throws SQLException {
        TicketLookup found = new TicketLookup();
        Set<String> wanted = new TreeSet<>(numbers);
        wanted.addAll(numbersOrIds);
        wanted.removeIf(number -> number.isBlank() || !StoredText.isStorable(number));
        found.lookUp(connection, wanted);
        found.byId.addAll(visible(connection, found.idsAmong(numbersOrIds)));
        return found;
    }

    /** Inputs that are not a ticket's number and may be internal ids. */
    private Set<Integer> idsAmong(Collection<String> inputs) {
        Set<Integer> ids = new TreeSet<>();
        for (String input : inputs) {
            Integer id = idByNumber(input) == null ? RowId.intOfDigits(input) : null;
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    /**
     * Texts with non-ASCII characters are looked up one by one: only the database can tell which number they equal, and
     * a command must not get the ticket of another command.
     */
    private void lookUp(Connection connection, Set<String> wanted) throws SQLException {
        Set<String> plain = new TreeSet<>(wanted);
        plain.removeIf(number -> !Collation.isAscii(number));
        Statements.read(
                connection,
                BY_NUMBER,
                plain,
                row -> byNumber.putIfAbsent(Collation.key(row.getString(2)), row.getInt(1)));
        for (String number : wanted) {
            if (!plain.contains(number)) {
                Statements.read(
                        connection, BY_NUMBER, List.of(number), row -> byAccents.putIfAbsent(number, row.getInt(1)));
            }
        }
    }

    /** The {@code ids} of tickets that a caller could find. */
    public static Set<Integer> visible(Connection connection, Collection<Integer> ids) throws SQLException {
        return new HashSet<>(Statements.ids(connection, BY_ID, ids));
    }

    /** The id of the ticket with this number; null if there was none. */
    public @Nullable Integer idByNumber(String number) {
        return Collation.isAscii(number) ? byNumber.get(Collation.key(number)) : byAccents.get(number);
    }

    /** The id of the ticket with this number, else of the one with this id; null if there was none. */
    public @Nullable Integer idByNumberOrId(String numberOrId) {
        Integer byNumber = idByNumber(numberOrId);
        if (byNumber != null) {
            return byNumber;
        }
        Integer id = RowId.intOfDigits(numberOrId);
        return id != null && byId.contains(id) ? id : null;
    }

    /** The row of the ticket with this number; null if there was none. */
    public @Nullable TicketRow row(String number, Map<Integer, TicketRow> rows) {
        Integer id = idByNumber(number);
        return id == null ? null : rows.get(id);
    }

    /** Every ticket found. */
    public Set<Integer> ids() {
        Set<Integer> ids = new TreeSet<>(byNumber.values());
        ids.addAll(byAccents.values());
        ids.addAll(byId);
        return ids;
    }
}
