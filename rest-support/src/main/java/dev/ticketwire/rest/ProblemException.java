package dev.ticketwire.rest;

import org.jspecify.annotations.Nullable;

/** A request that ends with a {@link Problem}. No fault of the service: it is not logged. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /**
     * @param code stable, part of the public API
     * @param detail the plugin's text where it has one
     */
    public static ProblemException of(int status, String code, String detail) {
        return of(status, code, detail, null);
    }

    /** As above, with the request's member at fault. */
    public static ProblemException of(int status, String code, String detail, @Nullable String field) {
        return new ProblemException(Problem.of(status, code, detail, field));
    }

    public Problem problem() {
        return problem;
    }
}
