package dev.ticketwire.query.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.message.Outcome;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A command of the inbox as an operator sees it: never with its body, nor with the answer.
 *
 * @param kind its type, e.g. {@code ticket.open.v1}
 * @param keyId of the API key that sent it
 * @param ticket number of the ticket that it opened or changed; null unless applied
 * @param state {@code applied}, {@code rejected} or {@code failed}
 * @param acceptedAt by the gateway's clock; null if it came without a time
 * @param appliedAt by the database's clock, to the second
 * @param status of the problem; null if applied, as the next three
 * @param code of the problem
 * @param detail of the problem; of a failed one the reason, which may quote the database
 * @param field that the problem is about; null if none
 * @param traceId W3C; null if the request was not traced
 */
record FoundCommandView(
        String id,
        String kind,
        int keyId,
        @Nullable String ticket,
        String state,
        int attempts,
        @Nullable Instant acceptedAt,
        Instant appliedAt,
        @Nullable Integer status,
        @Nullable String code,
        @Nullable String detail,
        @Nullable String field,
        @Nullable String traceId) {

    static final String COLUMNS = "id, kind, api_key_id, ticket_number, state, attempts, accepted_at,"
            + " CAST(applied_at AS CHAR) AS applied_text, outcome, traceparent, applied_at";

    /** @param zone of the database's clock */
    static FoundCommandView read(ResultSet row, ZoneId zone) throws SQLException {
        LocalDateTime accepted = row.getObject("accepted_at", LocalDateTime.class);
        Refusal refusal = refusal(row.getString("outcome"));
        return new FoundCommandView(
                row.getString("id"),
                row.getString("kind"),
                row.getInt("api_key_id"),
                row.getString("ticket_number"),
                row.getString("state"),
                row.getInt("attempts"),
                accepted == null ? null : accepted.toInstant(ZoneOffset.UTC),
                row.getObject("applied_at", LocalDateTime.class).atZone(zone).toInstant(),
                refusal == null ? null : refusal.status(),
                refusal == null ? null : refusal.code(),
                refusal == null ? null : refusal.text(),
                refusal == null ? null : refusal.field(),
                traceId(row.getString("traceparent")));
    }

    /** Null if applied, or if the outcome is that of another release. */
    private static @Nullable Refusal refusal(@Nullable String outcome) {
        try {
            return outcome == null
                    ? null
                    : switch (CommandCodec.json().readValue(outcome, Outcome.class)) {
                        case Outcome.Applied applied -> null;
                        case Outcome.Rejected rejected -> rejected.refusal();
                        case Outcome.Failed failed -> Refusal.of(ProblemCode.INTERNAL_ERROR, failed.reason());
                    };
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static @Nullable String traceId(@Nullable String traceparent) {
        String[] parts = traceparent == null ? new String[0] : traceparent.split("-", -1);
        return parts.length < 3 ? null : parts[1];
    }
}
