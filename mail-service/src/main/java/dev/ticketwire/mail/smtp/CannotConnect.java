package dev.ticketwire.mail.smtp;

/** A server cannot be used now. Its reason is one line for operators. */
final class CannotConnect extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;

    /** @param status of SMTP, 0 for none */
    CannotConnect(int status, String reason) {
        super(reason);
        this.reason = reason;
        this.status = Math.max(0, status);
    }

    String reason() {
        return reason;
    }

    int status() {
        return status;
    }
}
