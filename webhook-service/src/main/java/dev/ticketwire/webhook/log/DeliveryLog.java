package dev.ticketwire.webhook.log;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads deliveries and their attempts. Blocks. */
@ApplicationScoped
class DeliveryLog {
    /** A filter that matches little is looked for in everything that is kept. */
    private static final String LIMITED = "SET STATEMENT max_statement_time=10 FOR ";

    private static final String PAGE = LIMITED + "SELECT " + DeliveryView.COLUMNS + ", " + AttemptView.COLUMNS
            + " FROM ticketwire_webhook_delivery d LEFT JOIN ticketwire_webhook_attempt a"
            + " ON a.delivery_id = d.id AND a.number = d.attempts WHERE ";
    private static final String ATTEMPTS = "SELECT " + AttemptView.COLUMNS
            + " FROM ticketwire_webhook_attempt a WHERE a.delivery_id = ? ORDER BY a.number DESC LIMIT 1000";

    private final HelpDeskReads reads;

    DeliveryLog(HelpDeskReads reads) {
        this.reads = reads;
    }

    /** Newest first. @param before an id */
    List<DeliveryView> page(LogFilter filter, long before, int limit) {
        String sql = PAGE + filter.condition("d.created") + " AND d.id < ? ORDER BY d.id DESC LIMIT ?";
        List<@Nullable Object> values = new ArrayList<>(filter.values());
        values.add(before);
        values.add(limit);
        return reads.read(connection -> Statements.list(connection, sql, DeliveryView::of, values.toArray()));
    }

    /** With all its attempts, oldest first: the last thousand. @throws Refused 404 */
    DeliveryView get(int subscription, long id) {
        String sql = PAGE + "d.subscription_id = ? AND d.id = ?";
        return reads.read(connection -> {
            DeliveryView found = Statements.first(connection, sql, DeliveryView::of, subscription, id)
                    .orElseThrow(DeliveryLog::unknown);
            List<AttemptView> attempts =
                    Statements.list(connection, ATTEMPTS, row -> Objects.requireNonNull(AttemptView.of(row)), id);
            return found.with(attempts.reversed());
        });
    }

    /** The id in a path or cursor; empty if it cannot be one. Ids have up to 18 digits. */
    static OptionalLong id(String text) {
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    static Refused unknown() {
        return Refused.of(ProblemCode.DELIVERY_NOT_FOUND, "The webhook has no delivery with this id");
    }
}
