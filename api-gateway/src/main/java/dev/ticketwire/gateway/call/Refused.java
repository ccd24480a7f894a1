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

    private Refused(int status, String code, String text, @Nullable String field, boolean plain) {
        super(text, null, false, false);
        this.status = status;
        this.code = code;
        this.text = text;
        this.field = field;
        this.plain = plain;
    }

    public static Refused of(int status, String code, String text) {
        return new Refused(status, code, text, null, false);
    }

    /** One that a legacy create answers as bare text, as the plugin did. */
    public static Refused plain(int status, String code, String text, @Nullable String field) {
        return new Refused(status, code, text, field, true);
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
