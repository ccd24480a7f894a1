package dev.ticketwire.rest;

import dev.ticketwire.osticket.filter.FilterRefused;
import dev.ticketwire.osticket.read.DatabaseAway;
import dev.ticketwire.osticket.reference.ReferenceUnavailable;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Every error as a problem. What nobody foresaw is {@code 500 Internal error}, with details in the log only. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private static final int STATEMENT_TIMEOUT = 1969;

    @Override
    public Response toResponse(Throwable error) {
        return ProblemResponses.response(problem(error));
    }

    /** What {@code error} is to the caller. An unexpected one is logged. */
    public static Problem problem(Throwable error) {
        if (error instanceof ProblemException known) {
            return known.problem();
        }
        if (error instanceof FilterRefused refused) {
            return Problem.of(400, "invalid-value", String.valueOf(refused.getMessage()), refused.field());
        }
        if (error instanceof WebApplicationException http) {
            return ofStatus(http.getResponse().getStatusInfo());
        }
        if (tookTooLong(error)) {
            return Problem.of(422, "too-broad", "This takes too long to find: narrow it down by further filters");
        }
        if (error instanceof ReferenceUnavailable || DatabaseAway.causes(error)) {
            LOG.warnf("the help desk's database is not available: %s", error.getMessage());
            return Problem.of(503, "database-unavailable", "The help desk's database is not available");
        }
        LOG.error("a request failed", error);
        return Problem.of(500, "internal-error", "Internal error");
    }

    /** Whether the server ended a statement that was given a limit. */
    private static boolean tookTooLong(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == STATEMENT_TIMEOUT) {
                return true;
            }
        }
        return false;
    }

    private static Problem ofStatus(Response.StatusType status) {
        String reason = status.getReasonPhrase();
        return Problem.of(
                status.getStatusCode(), reason.toLowerCase(Locale.ROOT).replace(' ', '-'), reason);
    }
}
