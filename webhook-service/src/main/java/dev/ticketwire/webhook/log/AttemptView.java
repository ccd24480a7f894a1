package dev.ticketwire.webhook.log;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One try, as shown.
 *
 * @param status HTTP's, null if there was no answer
 * @param error what happened instead of an answer, null if there was one
 * @param answer the beginning of the answer's body as text, at most 1024 bytes; null if there was none
 */
record AttemptView(
        int number,
        String started,
        int durationMs,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String answer) {
    static final String COLUMNS = "a.number, CONCAT(a.started) AS started, a.duration_ms, a.status, a.error, a.answer";

    /** @return null if the row has no attempt */
    static @Nullable AttemptView of(ResultSet row) throws SQLException {
        String started = row.getString("started");
        if (started == null) {
            return null;
        }
        int status = row.getInt("status");
        return new AttemptView(
                row.getInt("number"),
                LogTimes.shown(started),
                row.getInt("duration_ms"),
                status == 0 ? null : status,
                row.getString("error"),
                text(row.getBytes("answer")));
    }

    private static @Nullable String text(byte @Nullable [] answer) {
        return answer == null ? null : new String(answer, StandardCharsets.UTF_8);
    }
}
