package dev.ticketwire.contract.message;

/** Record headers of {@code osticket.command-outcomes}, UTF-8 text. */
public final class OutcomeHeaders {
    /** The waiting request that this outcome answers: the command's correlation id. Absent if it had none. */
    public static final String CORRELATION = "ce_correlationid";
    /** Fingerprint of the command whose outcome this is, lower-case hex; one that differs from the request's is a 422. */
    public static final String FINGERPRINT = "ce_fingerprint";

    private OutcomeHeaders() {}
}
