package dev.ticketwire.contract.problem;

import org.jspecify.annotations.Nullable;

/**
 * Ends the work on a request or a command with a {@link Refusal}, which is answered in one place. It is no fault: it has no
 * stack trace and is not logged.
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

    /** A member of the request has a value that means nothing there. */
    public static Refused invalid(String field) {
        return new Refused(Refusal.invalid(field));
    }

    /** A member of the request that has no meaning there. */
    public static Refused unknown(String field) {
        return of(ProblemCode.UNKNOWN_FIELD, "Unknown field " + field, field);
    }

    /** Something that is needed is away for now. */
    public static Refused unavailable(String text) {
        return new Refused(Refusal.unavailable(text));
    }

    public Refusal refusal() {
        return refusal;
    }
}
