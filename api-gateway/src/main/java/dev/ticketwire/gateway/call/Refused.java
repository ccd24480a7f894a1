package dev.ticketwire.gateway.call;

import org.jspecify.annotations.Nullable;

/** The gateway will not carry a request out; thrown anywhere on its way, answered in one place. Has no stack trace. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String text;
    private final @Nullable String field;
    private final boolean plain;
    private final int retryAfter;

    private Refused(int status, String code, String text, @Nullable String field, boolean plain, int retryAfter) {
        super(text, null, false, false);
        this.status = status;
        this.code = code;
        this.text = text;
        this.field = field;
        this.plain = plain;
        this.retryAfter = retryAfter;
    }

    public static Refused of(int status, String code, String text) {
        return new Refused(status, code, text, null, false, usualWait(status));
    }

    /** One that a legacy create answers as bare text, as the plugin did. */
    public static Refused plain(int status, String code, String text, @Nullable String field) {
        return new Refused(status, code, text, field, true, usualWait(status));
    }

    /** A member of the request has a value of the wrong type. */
    public static Refused invalid(String field) {
        return plain(400, "invalid-value", "Invalid value for " + field, field);
    }

    /** A member of the request that has no meaning there, where the gateway alone decides what has one. */
    public static Refused unknown(String field) {
        return plain(400, "unknown-field", "Unknown field " + field, field);
    }

    /** Something the gateway needs is away for now; answered with {@code Retry-After}. */
    public static Refused unavailable(String text) {
        return of(503, "unavailable", text);
    }

    /** The caller asks for more than it may; after so many seconds it may ask again. */
    public static Refused tooMany(String code, String text, int retryAfter) {
        return new Refused(429, code, text, null, false, retryAfter);
    }

    private static int usualWait(int status) {
        return status == 503 ? 2 : 0;
    }

    /** Value of {@code Retry-After}, 0 for none. */
    public int retryAfter() {
        return retryAfter;
    }

    public int status() {
        return status;
    }

    /** Stable, part of the public API. */
    public String code() {
        return code;
    }

    public String text() {
        return text;
    }

    /** The request's member at fault, null if none. */
    public @Nullable String field() {
        return field;
    }

    /** Whether a legacy create answers it as bare text. */
    public boolean isPlain() {
        return plain;
    }
}
