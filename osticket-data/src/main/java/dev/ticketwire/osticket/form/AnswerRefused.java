package dev.ticketwire.osticket.form;

/** An answer that a short path does not take; the message says why and is meant for the caller. Has no stack trace. */
public final class AnswerRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnswerRefused(String message) {
        super(message, null, false, false);
    }
}
