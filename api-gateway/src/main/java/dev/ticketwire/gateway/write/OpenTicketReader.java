package dev.ticketwire.gateway.write;

import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.gateway.body.Files;
import dev.ticketwire.gateway.call.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * From the fields of a request to the command. Only shapes are checked here; ids and names are resolved when the
 * command is applied, because the gateway accepts while the database is away.
 */
final class OpenTicketReader {
    private static final Logger LOG = Logger.getLogger(OpenTicketReader.class);

    private static final Map<String, String> FORMATS = Map.of(
            "markdown", "markdown", "md", "markdown", "html", "html", "text", "text", "plain", "text", "txt", "text");
    private static final Map<String, String> SOURCES =
            Map.of("api", "API", "web", "Web", "email", "Email", "phone", "Phone", "other", "Other");

    /** Fields with a place of their own in the command. */
    private static final Set<String> KNOWN = Set.of(
            "name",
            "email",
            "phone",
            "subject",
            "message",
            "format",
            "topicId",
            "departmentId",
            "parentTicketNumber",
            "parentTicketId",
            "priorityId",
            "priority",
            "statusId",
            "staffId",
            "teamId",
            "slaId",
            "dueDate",
            "duedate",
            "alert",
            "autorespond",
            "source",
            "ip",
            "attachments");

    /** Internals of the core that no request may reach, and what belongs to updates. */
    private static final Set<String> IGNORED = Set.of(
            "uid",
            "userId",
            "assignId",
            "emailId",
            "ccs",
            "cannedResponseId",
            "mailflags",
            "system_emails",
            "deptId",
            "note",
            "noteTitle",
            "noteFormat");

    private OpenTicketReader() {}

    /**
     * @param fields values as JSON has them
     * @param clientAddress stored where the request names no other
     * @throws Refused if a value has the wrong type, or format or source is none of the known
     */
    static OpenTicket read(Map<String, @Nullable Object> fields, String clientAddress) {
        String format = format(fields.get("format"));
        String department = idOrName(fields, "departmentId");
        String parent = idOrName(fields, "parentTicketNumber");
        return new OpenTicket(
                text(fields, "name"),
                text(fields, "email"),
                text(fields, "phone"),
                text(fields, "subject"),
                string(fields, "message"),
                format,
                idOrName(fields, "topicId"),
                department,
                parent != null ? parent : idOrName(fields, "parentTicketId"),
                first(idOrName(fields, "priority"), idOrName(fields, "priorityId")),
                idOrName(fields, "statusId"),
                idOrName(fields, "staffId"),
                idOrName(fields, "teamId"),
                idOrName(fields, "slaId"),
                first(dueDate(fields.get("dueDate")), dueDate(fields.get("duedate"))),
                truth(fields.get("alert")),
                truth(fields.get("autorespond")),
                source(fields),
                address(fields, clientAddress),
                Files.of(fields.get("attachments")),
                others(fields));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    private static @Nullable String format(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw Refused.invalid("format");
        }
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            throw Refused.plain(400, "format-empty", "Format cannot be empty", "format");
        }
        String format = FORMATS.get(word);
        if (format == null) {
            throw Refused.plain(400, "format-unknown", "Invalid format. Allowed: markdown, html, text", "format");
        }
        return format;
    }

    private static String source(Map<String, @Nullable Object> fields) {
        Object value = fields.get("source");
        if (value == null) {
            return "API";
        }
        String source = value instanceof String text ? SOURCES.get(text.toLowerCase(Locale.ROOT)) : null;
        if (source == null) {
            throw Refused.plain(
                    400,
                    "source-unknown",
                    "Unable to create new ticket :origin\nInvalid ticket origin given",
                    "source");
        }
        return source;
    }

    /** Text; a whole number is taken as its digits, as PHP does. */
    private static @Nullable String text(Map<String, @Nullable Object> fields, String field) {
        return idOrName(fields, field);
    }

    private static @Nullable String string(Map<String, @Nullable Object> fields, String field) {
        Object value = fields.get(field);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw Refused.invalid(field);
    }

    private static @Nullable String idOrName(Map<String, @Nullable Object> fields, String field) {
        Object value = fields.get(field);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        if (value instanceof Number && !(value instanceof Double)) {
            return value.toString();
        }
        throw Refused.invalid(field);
    }

    private static @Nullable String dueDate(@Nullable Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw Refused.plain(
                400,
                "invalid-value",
                "Invalid date format for dueDate. Expected ISO 8601 format"
                        + " (e.g., \"2025-01-31\" or \"2025-01-31T17:30:00\")",
                "dueDate");
    }

    /** Null is the default, true; so is everything but 0, "0", "", false, "false" and the empty list. */
    private static boolean truth(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Boolean flag -> flag;
            case Number number -> number.doubleValue() != 0;
            case String text -> {
                String word = text.strip();
                yield !word.isEmpty() && !word.equals("0") && !word.equalsIgnoreCase("false");
            }
            case List<?> list -> !list.isEmpty();
            default -> true;
        };
    }

    private static String address(Map<String, @Nullable Object> fields, String clientAddress) {
        String sent = string(fields, "ip");
        return sent == null || sent.isEmpty() ? clientAddress : sent;
    }

    private static Map<String, @Nullable Object> others(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (IGNORED.contains(name)) {
                LOG.debugf("field '%s' of a create is ignored", name);
            } else if (!KNOWN.contains(name)) {
                others.put(name, value);
            }
        });
        return others;
    }
}
