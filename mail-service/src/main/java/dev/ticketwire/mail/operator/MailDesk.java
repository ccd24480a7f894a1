package dev.ticketwire.mail.operator;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.mail.queue.store.Database;
import dev.ticketwire.mail.queue.store.Database.Work;
import dev.ticketwire.mail.queue.store.TextRows;
import dev.ticketwire.osticket.schema.UtcMillis;
import dev.ticketwire.osticket.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Sends mails again, or no more. Blocks. */
@ApplicationScoped
class MailDesk {
    private static final int CHUNK = 1_000;
    private static final String AGAIN = "UPDATE ticketwire_mail SET state = 'waiting', attempts = 0, next_attempt = ?,"
            + " resent = ?, first_failure = NULL, claimed_by = NULL, claimed_until = NULL, server = NULL,"
            + " status = NULL, error = NULL, settled = NULL WHERE state = 'failed'";
    private static final String AT_ONCE =
            "UPDATE ticketwire_mail SET next_attempt = ? WHERE state = 'waiting' AND id = ?";
    private static final String DISCARD = "UPDATE ticketwire_mail SET state = 'discarded', settled = ?"
            + " WHERE id = ? AND (state = 'failed'"
            + " OR state = 'waiting' AND (claimed_until IS NULL OR claimed_until < ?))";
    private static final String EXISTS = "SELECT 1 FROM ticketwire_mail WHERE id = ?";

    private final Database database;

    MailDesk(DataSource database) {
        this.database = new Database(database);
    }

    /** One that failed begins anew; one that waits is due at once. @throws Refused 404, or 409 for any other */
    void resend(long id) {
        String now = UtcMillis.text(Instant.now());
        run(connection -> {
            int changed = Statements.update(connection, AGAIN + " AND id = ?", now, now, id)
                    + Statements.update(connection, AT_ONCE, now, id);
            return required(connection, id, changed);
        });
    }

    /**
     * All that have failed until now: not those that fail again meanwhile.
     *
     * @param type null for any
     * @param from since when they were decided; null for any time, as {@code to}
     * @return how many
     */
    int resend(@Nullable String type, @Nullable Instant from, @Nullable Instant to) {
        String now = UtcMillis.text(Instant.now());
        List<@Nullable Object> values = new ArrayList<>(List.of(now, now));
        StringBuilder sql = new StringBuilder(AGAIN);
        add(sql, values, " AND settled <= ?", now);
        add(sql, values, " AND type = ?", type);
        add(sql, values, " AND created >= FROM_UNIXTIME(?)", from == null ? null : from.getEpochSecond());
        add(sql, values, " AND created < FROM_UNIXTIME(?)", to == null ? null : to.getEpochSecond());
        sql.append(" LIMIT " + CHUNK);
        int all = 0;
        int changed;
        do {
            changed = run(connection -> Statements.update(connection, sql.toString(), values.toArray()));
            all += changed;
        } while (changed == CHUNK);
        return all;
    }

    private static void add(
            StringBuilder sql, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    /** It is never sent, or never again. @throws Refused 404, or 409 if it is being sent or was settled else */
    void discard(long id) {
        String now = UtcMillis.text(Instant.now());
        run(connection -> {
            int changed = Statements.update(connection, DISCARD, now, id, now);
            if (changed > 0) {
                TextRows.delete(connection, List.of(id));
            }
            return required(connection, id, changed);
        });
    }

    private static int required(Connection connection, long id, int changed) throws SQLException {
        if (changed == 0) {
            boolean isKnown =
                    Statements.first(connection, EXISTS, row -> true, id).isPresent();
            throw isKnown
                    ? Refused.of(ProblemCode.MAIL_NOT_WAITING, "The mail is being sent, or was sent or discarded")
                    : unknown();
        }
        return changed;
    }

    static Refused unknown() {
        return Refused.of(ProblemCode.MAIL_NOT_FOUND, "There is no such mail");
    }

    private <T> T run(Work<T> work) {
        try {
            return database.transaction(work);
        } catch (SQLException e) {
            throw new MailsUnavailableException(e);
        }
    }
}
