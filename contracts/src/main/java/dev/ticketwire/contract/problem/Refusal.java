package dev.ticketwire.contract.problem;

import org.jspecify.annotations.Nullable;

/**
 * The reason why a request is not carried out. Nothing was changed; the caller can act on it. Services create it with
 * {@link #of}; the constructor is for refusals received from another service, whose code may be of another release.
 *
 * @param code stable, part of the public API, e.g. {@code department-not-found}; see {@link ProblemCode}
 * @param status HTTP status, 400–599
 * @param text for the caller, in the plugin's words if it has any
 * @param field the request's member at fault, null if none
 */
public record Refusal(
        String code, int status, String text, @Nullable String field) {

    public static Refusal of(ProblemCode code, String text) {
        return of(code, text, null);
    }

    /** @param field the request's member at fault, null if none */
    public static Refusal of(ProblemCode code, String text, @Nullable String field) {
        return new Refusal(code.code(), code.status(), text, field);
    }

    /** A member of the request has an invalid value. */
    public static Refusal invalid(String field) {
        return of(ProblemCode.INVALID_VALUE, "Invalid value for " + field, field);
    }

    /** A needed component is temporarily unavailable. */
    public static Refusal unavailable(String text) {
        return of(ProblemCode.UNAVAILABLE, text);
    }

    /** An unexpected error; its cause is only logged. */
    public static Refusal internalError() {
        return of(ProblemCode.INTERNAL_ERROR, "Internal error");
    }

    /** The same refusal under another HTTP status: one of {@link ProblemCode#statuses}. */
    public Refusal as(int status) {
        return new Refusal(code, status, text, field);
    }

    /** The same refusal for another member of the request. */
    public Refusal about(String field) {
        return new Refusal(code, status, text, field);
    }
}
