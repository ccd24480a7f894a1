package dev.ticketwire.contract.message;

/** Record headers of {@code osticket.command-outcomes}, UTF-8 text. */
public final class OutcomeHeaders {
    /** The command's correlation id, which identifies the waiting request. Absent if it had none. */
    public static final String CORRELATION = "ce_correlationid";
    /** Fingerprint of the command, lower-case hex; if it differs from the request's, the answer is 422. */
    public static final String FINGERPRINT = "ce_fingerprint";

    private OutcomeHeaders() {}
}
