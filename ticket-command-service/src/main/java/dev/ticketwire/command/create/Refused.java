package dev.ticketwire.command.create;

import dev.ticketwire.contract.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/** Ends the drafting of one ticket; never leaves this package. Without a stack trace: it is no fault. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    Refused(String code, int status, String text, @Nullable String field) {
        super(code, null, false, false);
        refusal = new Refusal(code, status, text, field);
    }

    Refusal refusal() {
        return refusal;
    }
}
