package dev.ticketwire.contract.problem;

import org.jspecify.annotations.Nullable;

/**
 * Ends the work on a request or a command with a {@link Refusal}, which is answered in one place. It is not a fault: it
 * has no stack trace and is not logged.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.text(), null, false, false);
        this.refusal = refusal;
    }

    public static Refused of(ProblemCode code, String text) {
        return of(code, text, null);
    }

    /** @param field the request's member at fault, null if none */
    public static Refused of(ProblemCode code, String text, @Nullable String field) {
        return new Refused(Refusal.of(code, text, field));
    }

    /** A member of the request has an invalid value. */
    public static Refused invalid(String field) {
        return new Refused(Refusal.invalid(field));
    }

    /** The request has an unknown member. */
    public static Refused unknown(String field) {
        return of(ProblemCode.UNKNOWN_FIELD, "Unknown field " + field, field);
    }

    /** A needed component is temporarily unavailable. */
    public static Refused unavailable(String text) {
        return new Refused(Refusal.unavailable(text));
    }

    public Refusal refusal() {
        return refusal;
    }
}
