package dev.ticketwire.webhook.log;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes attempts as lines of JSON, oldest first, in bounded memory: the reader's pace is the pace. Blocks. */
@ApplicationScoped
class LogExport {
    private static final int CHUNK = 500;
    private static final String SELECT = "SELECT d.id, d.event_id, d.type, d.ticket_number, d.state, "
            + AttemptView.COLUMNS + " FROM ticketwire_webhook_attempt a JOIN ticketwire_webhook_delivery d"
            + " ON d.id = a.delivery_id WHERE a.subscription_id = ? AND ";
    private static final String AFTER = " AND (a.started > ? OR a.started = ? AND (a.delivery_id > ?"
            + " OR a.delivery_id = ? AND a.number > ?)) ORDER BY a.started, a.delivery_id, a.number LIMIT " + CHUNK;
    private static final byte[] LINE_END = {'\n'};

    private final HelpDeskReads reads;
    private final ObjectWriter json;

    LogExport(HelpDeskReads reads, ObjectMapper json) {
        this.reads = reads;
        this.json = json.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** @param started as stored */
    private record Position(String started, long delivery, int number) {
        static final Position BEGINNING = new Position("1000-01-01 00:00:00.000", 0, 0);
    }

    /** A line. */
    record Line(
            long delivery,
            String event,
            String type,
            @Nullable String ticket,
            String state,
            @JsonUnwrapped AttemptView attempt) {}

    private record Found(Line line, Position position) {
        static Found of(ResultSet row) throws SQLException {
            AttemptView attempt = Objects.requireNonNull(AttemptView.of(row));
            Line line = new Line(
                    row.getLong("id"),
                    row.getString("event_id"),
                    row.getString("type"),
                    row.getString("ticket_number"),
                    row.getString("state"),
                    attempt);
            return new Found(line, new Position(row.getString("started"), line.delivery, attempt.number()));
        }
    }

    void write(LogFilter filter, OutputStream out) throws IOException {
        Position position = Position.BEGINNING;
        List<Found> chunk;
        do {
            chunk = after(filter, position);
            for (Found found : chunk) {
                out.write(json.writeValueAsBytes(found.line));
                out.write(LINE_END);
                position = found.position;
            }
            out.flush();
        } while (chunk.size() == CHUNK);
    }

    private List<Found> after(LogFilter filter, Position position) {
        String sql = SELECT + filter.condition("a.started") + AFTER;
        List<@Nullable Object> values = new ArrayList<>();
        values.add(filter.subscription());
        values.addAll(filter.values());
        values.add(position.started);
        values.add(position.started);
        values.add(position.delivery);
        values.add(position.delivery);
        values.add(position.number);
        return reads.read(connection -> Statements.list(connection, sql, Found::of, values.toArray()));
    }
}
