package dev.ticketwire.gateway.command;

import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.command.TicketRouting;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.body.AttachmentParser;
import dev.ticketwire.osticket.person.NamedAddress;
import dev.ticketwire.osticket.text.WhiteSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Parses a create. Only types are checked here; ids and names are resolved when the command is applied, because the
 * gateway accepts commands while the database is unavailable.
 */
final class OpenTicketReader {
    private static final Map<String, String> SOURCES =
            Map.of("api", "API", "web", "Web", "email", "Email", "phone", "Phone", "other", "Other");

    /** Fields with a component of their own in the command. */
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
            "attachments",
            "externalId");

    /** Fields of an update, which are never answers to form fields. */
    private static final Set<String> FIELDS_OF_UPDATES = Set.of("note", "noteTitle", "noteFormat");

    private OpenTicketReader() {}

    /**
     * @param fields values as JSON has them
     * @param clientAddress stored if the request names no other
     * @param strict see {@link OpenTicket#strict}
     * @throws Refused if a value has a wrong type, or format or source is unknown; for the first such field, in the
     *     order in which the plugin checks them
     */
    static OpenTicket read(Map<String, @Nullable Object> fields, String clientAddress, boolean strict) {
        String format = RequestFields.format(fields, "format");
        String department = RequestFields.idOrName(fields, "departmentId");
        String parent = RequestFields.idOrName(fields, "parentTicketNumber");
        OpenTicket.Requester requester = requester(fields);
        String subject = RequestFields.idOrName(fields, "subject");
        String message = RequestFields.string(fields, "message");
        String topic = RequestFields.idOrName(fields, "topicId");
        parent = parent != null ? parent : RequestFields.idOrName(fields, "parentTicketId");
        TicketRouting routing = routing(fields, department, topic);
        OpenTicket.Origin origin = new OpenTicket.Origin(source(fields), ip(fields, clientAddress));
        return new OpenTicket(
                requester,
                new OpenTicket.Content(subject, message, format, AttachmentParser.of(fields.get("attachments"))),
                routing,
                parent,
                new OpenTicket.Notifications(flag(fields.get("alert")), flag(fields.get("autorespond"))),
                origin,
                formAnswers(fields),
                externalId(fields),
                strict);
    }

    private static OpenTicket.Requester requester(Map<String, @Nullable Object> fields) {
        String name = RequestFields.idOrName(fields, "name");
        NamedAddress email = address(fields);
        boolean named = name != null && !WhiteSpace.isBlank(name);
        return new OpenTicket.Requester(
                named || email == null || email.name().isEmpty() ? name : email.name(),
                email == null ? null : email.address(),
                RequestFields.idOrName(fields, "phone"));
    }

    private static TicketRouting routing(
            Map<String, @Nullable Object> fields, @Nullable String department, @Nullable String topic) {
        return new TicketRouting(
                department,
                topic,
                RequestFields.first(
                        RequestFields.idOrName(fields, "priority"), RequestFields.idOrName(fields, "priorityId")),
                RequestFields.idOrName(fields, "statusId"),
                RequestFields.idOrName(fields, "staffId"),
                RequestFields.idOrName(fields, "teamId"),
                RequestFields.idOrName(fields, "slaId"),
                RequestFields.first(
                        RequestFields.dueDate(fields, "dueDate"), RequestFields.dueDate(fields, "duedate")));
    }

    private static @Nullable NamedAddress address(Map<String, @Nullable Object> fields) {
        String email = RequestFields.idOrName(fields, "email");
        return email == null ? null : NamedAddress.of(email);
    }

    private static @Nullable String externalId(Map<String, @Nullable Object> fields) {
        String id = RequestFields.string(fields, "externalId");
        if (id != null && !ExternalId.isValid(id)) {
            throw Refused.invalid("externalId");
        }
        return id;
    }

    private static String source(Map<String, @Nullable Object> fields) {
        Object value = fields.get("source");
        if (value == null) {
            return "API";
        }
        String source = value instanceof String text ? SOURCES.get(text.toLowerCase(Locale.ROOT)) : null;
        if (source == null) {
            throw Refused.of(
                    ProblemCode.SOURCE_UNKNOWN,
                    "Unable to create new ticket :origin\nInvalid ticket origin given",
                    "source");
        }
        return source;
    }

    /** True for all values but 0, "0", "", false, "false" and the empty list. */
    private static boolean flag(@Nullable Object value) {
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

    private static String ip(Map<String, @Nullable Object> fields, String clientAddress) {
        String sent = RequestFields.string(fields, "ip");
        return sent == null || sent.isEmpty() ? clientAddress : sent;
    }

    /**
     * Names of the fields that are ignored.
     *
     * @param isField whether a form has a field of that name
     */
    static List<String> ignored(Map<String, @Nullable Object> fields, Predicate<String> isField) {
        return fields.keySet().stream()
                .filter(name -> isIgnored(name) || !KNOWN.contains(name) && !isField.test(name))
                .toList();
    }

    private static boolean isIgnored(String name) {
        return RequestFields.CORE_INTERNALS.contains(name) || FIELDS_OF_UPDATES.contains(name);
    }

    private static Map<String, @Nullable Object> formAnswers(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (!isIgnored(name) && !KNOWN.contains(name)) {
                answers.put(name, value);
            }
        });
        return answers;
    }
}
