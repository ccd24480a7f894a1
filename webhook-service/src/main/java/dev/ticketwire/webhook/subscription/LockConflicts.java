package dev.ticketwire.webhook.subscription;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Repeats transactions of callers that met the engine's: both change the same deliveries, each in an order of its own,
 * and MariaDB ends one of two that wait for each other.
 */
public final class LockConflicts {
    private static final int ATTEMPTS = 10;
    private static final Set<Integer> CODES = Set.of(1205, 1213);

    private LockConflicts() {}

    /** @param transaction a whole one, which may run several times */
    public static <T> T retried(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isConflict(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isConflict(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && CODES.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
