package dev.ticketwire.rest;

import dev.ticketwire.contract.problem.FaultTranslator;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers every error as a problem. An error that is neither a {@code Refused} nor known to a {@link FaultTranslator}
 * becomes {@code 500 Internal error}, with details in the log only.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private static final int UNAVAILABLE = 503;

    private final Iterable<FaultTranslator> translators;

    @Inject
    ProblemMapper(Instance<FaultTranslator> translators) {
        this((Iterable<FaultTranslator>) translators);
    }

    ProblemMapper(Iterable<FaultTranslator> translators) {
        this.translators = translators;
    }

    @Override
    public Response toResponse(Throwable error) {
        return ProblemResponses.response(problem(error));
    }

    /** An error as its caller sees it. An unexpected one is logged. */
    public Problem problem(Throwable error) {
        return Problem.of(refusal(error));
    }

    private Refusal refusal(Throwable error) {
        if (error instanceof Refused refused) {
            return refused.refusal();
        }
        if (error instanceof WebApplicationException http) {
            return ofStatus(http.getResponse().getStatusInfo());
        }
        Refusal known = translated(error);
        if (known == null) {
            LOG.error("a request failed", error);
            return Refusal.internalError();
        }
        if (known.status() == UNAVAILABLE) {
            LOG.warnf("%s: %s", known.text(), error.getMessage());
        }
        return known;
    }

    private @Nullable Refusal translated(Throwable error) {
        for (FaultTranslator translator : translators) {
            Refusal refusal = translator.translate(error);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /** An error of the framework, such as a path that no resource has. */
    private static Refusal ofStatus(Response.StatusType status) {
        ProblemCode code = switch (status.getStatusCode()) {
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            default ->
                status.getFamily() == Response.Status.Family.CLIENT_ERROR
                        ? ProblemCode.INVALID_VALUE
                        : ProblemCode.INTERNAL_ERROR;
        };
        return Refusal.of(code, status.getReasonPhrase()).as(status.getStatusCode());
    }
}
