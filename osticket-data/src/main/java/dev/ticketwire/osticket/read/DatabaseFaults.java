package dev.ticketwire.osticket.read;

import dev.ticketwire.contract.problem.FaultTranslator;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.osticket.reference.ReferenceUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Translates faults of the help desk's database for callers: it is unavailable, or a statement took too long. */
@ApplicationScoped
public class DatabaseFaults implements FaultTranslator {
    private static final int STATEMENT_TIMEOUT = 1969;

    @Override
    public @Nullable Refusal translate(Throwable fault) {
        if (timedOut(fault)) {
            return Refusal.of(ProblemCode.TOO_BROAD, "This takes too long to find: narrow it down by further filters");
        }
        return fault instanceof ReferenceUnavailable || DatabaseAway.causes(fault)
                ? Refusal.of(ProblemCode.DATABASE_UNAVAILABLE, "The help desk's database is not available")
                : null;
    }

    /** Whether the server ended a statement at its time limit. */
    private static boolean timedOut(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == STATEMENT_TIMEOUT) {
                return true;
            }
        }
        return false;
    }
}
