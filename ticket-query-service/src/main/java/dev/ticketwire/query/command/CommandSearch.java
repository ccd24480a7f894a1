package dev.ticketwire.query.command;

import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.sql.Placeholders;
import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.osticket.time.DatabaseZone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Searches the inbox. By id or ticket an index leads to the rows. For anything else there is no index, which every
 * command would have to be written to: stretches of the inbox are looked through, the newest first, and a request ends
 * after {@link #MOST_STRETCHES} of them, whatever it has found; the next one goes on there.
 */
@ApplicationScoped
class CommandSearch {
    static final int STRETCH = 10_000;
    private static final int MOST_STRETCHES = 10;
    /** Stretches are shorter than this takes, on any server that is not ill. */
    private static final int LONGEST_SECONDS = 5;

    private static final String BEFORE = " AND applied_at <= ? AND (applied_at < ? OR id < ?)";
    private static final String DOWN_TO = " AND applied_at >= ? AND (applied_at > ? OR id >= ?)";
    private static final String ORDER = " ORDER BY applied_at DESC, id DESC LIMIT ";
    private static final String END =
            "SELECT CAST(applied_at AS CHAR), id FROM ticketwire_command WHERE TRUE%s" + ORDER + "1 OFFSET ";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private final HelpDeskReads reads;
    private final int stretch;

    @Inject
    CommandSearch(HelpDeskReads reads) {
        this(reads, STRETCH);
    }

    CommandSearch(HelpDeskReads reads, int stretch) {
        this.reads = reads;
        this.stretch = stretch;
    }

    /** Rows found so far, each with its place. */
    private record Found(FoundCommandView command, CommandPosition position) {}

    CommandPage page(CommandSearchRequest request) {
        return reads.read(connection -> {
            ZoneId zone = DatabaseZone.of(connection);
            return request.isSelective() ? selective(connection, request, zone) : stretches(connection, request, zone);
        });
    }

    private static CommandPage selective(Connection connection, CommandSearchRequest request, ZoneId zone)
            throws SQLException {
        List<Found> found = new ArrayList<>();
        read(connection, request, request.after(), null, zone, found);
        return page(request, found, null, zone);
    }

    private CommandPage stretches(Connection connection, CommandSearchRequest request, ZoneId zone)
            throws SQLException {
        List<Found> found = new ArrayList<>();
        CommandPosition from = request.after();
        for (int i = 0; i < MOST_STRETCHES; i++) {
            CommandPosition end = end(connection, from).orElse(null);
            read(connection, request, from, end, zone, found);
            if (end == null || found.size() > request.limit()) {
                return page(request, found, null, zone);
            }
            from = end;
        }
        return page(request, found, from, zone);
    }

    /** The last place of the stretch that begins after {@code from}; empty if the inbox ends before. */
    private Optional<CommandPosition> end(Connection connection, @Nullable CommandPosition from) throws SQLException {
        String sql = END.formatted(from == null ? "" : BEFORE) + (stretch - 1);
        Object[] values = from == null ? new Object[0] : new Object[] {from.appliedAt(), from.appliedAt(), from.id()};
        return Statements.first(
                connection, sql, row -> new CommandPosition(row.getString(1), row.getString(2)), values);
    }

    /** Adds the rows of a stretch, up to one more than the page has. */
    private static void read(
            Connection connection,
            CommandSearchRequest request,
            @Nullable CommandPosition from,
            @Nullable CommandPosition to,
            ZoneId zone,
            List<Found> found)
            throws SQLException {
        List<Object> values = new ArrayList<>();
        String sql = sql(request, from, to, values) + ORDER + (request.limit() + 1 - found.size());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(LONGEST_SECONDS);
            Placeholders.bind(statement, 1, values);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Found(
                            FoundCommandView.read(row, zone),
                            new CommandPosition(row.getString("applied_text"), row.getString("id"))));
                }
            }
        }
    }

    private static String sql(
            CommandSearchRequest request,
            @Nullable CommandPosition from,
            @Nullable CommandPosition to,
            List<Object> values) {
        StringBuilder sql = new StringBuilder("SELECT ")
                .append(FoundCommandView.COLUMNS)
                .append(" FROM ticketwire_command")
                .append(request.isSelective() ? "" : " FORCE INDEX (expiry)")
                .append(" WHERE TRUE");
        in(sql, " AND id IN ", request.ids(), values);
        in(sql, " AND ticket_number IN ", request.ticket() == null ? null : List.of(request.ticket()), values);
        in(sql, " AND api_key_id IN ", request.key() == null ? null : List.of(request.key()), values);
        in(sql, " AND state IN ", request.states().isEmpty() ? null : request.states(), values);
        bound(sql, BEFORE, from, values);
        bound(sql, DOWN_TO, to, values);
        return sql.toString();
    }

    private static void in(StringBuilder sql, String condition, @Nullable List<?> wanted, List<Object> values) {
        if (wanted != null) {
            sql.append(condition).append(Placeholders.in(wanted.size()));
            values.addAll(wanted);
        }
    }

    private static void bound(
            StringBuilder sql, String condition, @Nullable CommandPosition position, List<Object> values) {
        if (position != null) {
            sql.append(condition);
            values.addAll(List.of(position.appliedAt(), position.appliedAt(), position.id()));
        }
    }

    /** @param end of the last stretch, if the inbox has more */
    private static CommandPage page(
            CommandSearchRequest request, List<Found> found, @Nullable CommandPosition end, ZoneId zone) {
        boolean isFull = found.size() > request.limit();
        List<Found> shown = isFull ? found.subList(0, request.limit()) : found;
        CommandPosition next = isFull ? shown.getLast().position : end;
        return new CommandPage(
                shown.stream().map(Found::command).toList(),
                next == null ? null : next.cursor(),
                next == null ? null : instant(next, zone));
    }

    private static Instant instant(CommandPosition position, ZoneId zone) {
        return LocalDateTime.parse(position.appliedAt(), TIME).atZone(zone).toInstant();
    }
}
