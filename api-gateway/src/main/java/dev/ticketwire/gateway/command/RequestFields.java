package dev.ticketwire.gateway.command;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.due.DueDateText;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads single fields of a request and checks their type. A field that is absent or null is null. */
final class RequestFields {
    private static final Map<String, String> FORMATS = Map.of(
            "markdown", "markdown", "md", "markdown", "html", "html", "text", "text", "plain", "text", "txt", "text");

    /**
     * Parameters that osTicket's core accepts only from its own code. A request must not set them, and no form field
     * has such a name.
     */
    static final Set<String> CORE_INTERNALS = Set.of(
            "uid", "userId", "assignId", "emailId", "ccs", "cannedResponseId", "mailflags", "system_emails", "deptId");

    private RequestFields() {}

    static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    /**
     * Text.
     *
     * @throws Refused if it is anything else
     */
    static @Nullable String string(Map<String, @Nullable Object> fields, String field) {
        Object value = fields.get(field);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw Refused.invalid(field);
    }

    /**
     * Text, or a whole number of up to 64 bits as its digits; PHP takes longer ones for floats.
     *
     * @throws Refused if it is anything else
     */
    static @Nullable String idOrName(Map<String, @Nullable Object> fields, String field) {
        Object value = fields.get(field);
        if (value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        return string(fields, field);
    }

    /**
     * True if it is not sent, or null.
     *
     * @throws Refused if it is neither a boolean nor {@code true} or {@code false} as text, in any case
     */
    static boolean isTrueUnlessFalse(Map<String, @Nullable Object> fields, String field) {
        return switch (fields.get(field)) {
            case null -> true;
            case Boolean flag -> flag;
            case String text when text.equalsIgnoreCase("true") -> true;
            case String text when text.equalsIgnoreCase("false") -> false;
            default -> throw Refused.invalid(field);
        };
    }

    /**
     * The format of a text: {@code markdown}, {@code html} or {@code text}, also under its aliases.
     *
     * @throws Refused if it is none of these
     */
    static @Nullable String format(Map<String, @Nullable Object> fields, String field) {
        String sent = string(fields, field);
        if (sent == null) {
            return null;
        }
        String word = sent.strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            throw Refused.of(ProblemCode.FORMAT_EMPTY, "Format cannot be empty", field);
        }
        String format = FORMATS.get(word);
        if (format == null) {
            throw Refused.of(ProblemCode.FORMAT_UNKNOWN, "Invalid format. Allowed: markdown, html, text", field);
        }
        return format;
    }

    /**
     * A date as text, which is parsed when the command is applied.
     *
     * @throws Refused if it is not text
     */
    static @Nullable String dueDate(Map<String, @Nullable Object> fields, String field) {
        Object value = fields.get(field);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw Refused.of(ProblemCode.INVALID_DUE_DATE, DueDateText.EXPECTED, field);
    }

    /** {@link #idOrName} of {@code field}; if that is absent or null, of {@code alias}. */
    static @Nullable String idOrName(Map<String, @Nullable Object> fields, String field, String alias) {
        String value = idOrName(fields, field);
        return value != null ? value : idOrName(fields, alias);
    }
}
