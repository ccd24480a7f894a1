package dev.ticketwire.command.ticket;

import dev.ticketwire.contract.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/** Ends the work on one command; handlers turn it into their result. Without a stack trace: it is no fault. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /**
     * @param field the request's member at fault, null if none
     * @see Refusal
     */
    public Refused(String code, int status, String text, @Nullable String field) {
        super(code, null, false, false);
        refusal = new Refusal(code, status, text, field);
    }

    public Refusal refusal() {
        return refusal;
    }

    /** The same refusal under another HTTP status. */
    public Refused as(int status) {
        return new Refused(refusal.code(), status, refusal.text(), refusal.field());
    }
}
