package dev.ticketwire.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An error as defined by RFC 9457 ({@code application/problem+json}). Services answer errors in this form only; the
 * gateway turns it into the plugin's envelope on legacy paths.
 *
 * @param type {@code /problems/<code>}, relative to the gateway
 * @param title kind of error, the same for every occurrence
 * @param status HTTP status
 * @param detail description of this occurrence; on legacy paths the whole message
 * @param code stable, part of the public API
 * @param field the request's member at fault, null if none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String field) {

    public static final String CONTENT_TYPE = "application/problem+json";

    public static Problem of(Refusal refusal) {
        String code = refusal.code();
        return new Problem(
                "/problems/" + code, ProblemCode.title(code), refusal.status(), refusal.text(), code, refusal.field());
    }

    /** With a {@code type} that links to the code's page on a gateway published below {@code prefix}. */
    public Problem below(String prefix) {
        return prefix.isEmpty() ? this : new Problem(prefix + type, title, status, detail, code, field);
    }
}
