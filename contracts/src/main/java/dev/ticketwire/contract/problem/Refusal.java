package dev.ticketwire.contract.problem;

import org.jspecify.annotations.Nullable;

/**
 * Why a request is not carried out. Nothing was changed; the caller can act on it. Services make one with {@link #of}; the
 * constructor is for reading what another service wrote, whose code may be of another release.
 *
 * @param code stable, part of the public API, e.g. {@code department-not-found}; see {@link ProblemCode}
 * @param status HTTP status, 400–599
 * @param text what the caller reads, the plugin's wording where it has one
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

    /** A member of the request has a value that means nothing there. */
    public static Refusal invalid(String field) {
        return of(ProblemCode.INVALID_VALUE, "Invalid value for " + field, field);
    }

    /** Something that is needed is away for now. */
    public static Refusal unavailable(String text) {
        return of(ProblemCode.UNAVAILABLE, text);
    }

    /** Something failed that should not have; the cause belongs into the log. */
    public static Refusal internalError() {
        return of(ProblemCode.INTERNAL_ERROR, "Internal error");
    }

    /** The same refusal under another HTTP status: one of {@link ProblemCode#statuses}. */
    public Refusal as(int status) {
        return new Refusal(code, status, text, field);
    }

    /** The same refusal, of another member of the request. */
    public Refusal about(String field) {
        return new Refusal(code, status, text, field);
    }
}
