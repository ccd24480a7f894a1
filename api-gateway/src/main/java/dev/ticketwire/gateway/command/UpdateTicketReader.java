package dev.ticketwire.gateway.command;

import dev.ticketwire.contract.command.TicketRouting;
import dev.ticketwire.contract.command.UpdateTicket;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.body.AttachmentParser;
import dev.ticketwire.gateway.call.RequestTarget;
import dev.ticketwire.osticket.text.WhiteSpace;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses an update. On a short path it can do what the plugin cannot: clear a relation with null, and change subject,
 * team and the answers to form fields. {@code status} and {@code duedate}, as in our own responses, are aliases of
 * {@code statusId} and {@code dueDate}, which take precedence.
 */
final class UpdateTicketReader {
    /** Fields with a component of their own in the command. */
    private static final Set<String> KNOWN = Set.of(
            "departmentId",
            "topicId",
            "parentTicketNumber",
            "statusId",
            "status",
            "slaId",
            "staffId",
            "dueDate",
            "duedate",
            "priority",
            "priorityId",
            "teamId",
            "subject",
            "note",
            "noteTitle",
            "noteFormat",
            "notify",
            "attachments");

    /** Those of {@link #KNOWN} that the plugin's paths ignore. */
    private static final Set<String> SHORT_PATHS_ONLY = Set.of("teamId", "subject", "notify");

    /** Fields of a create, which are never answers to form fields. */
    private static final Set<String> FIELDS_OF_CREATES = Set.of(
            "name",
            "email",
            "phone",
            "message",
            "format",
            "alert",
            "autorespond",
            "source",
            "ip",
            "parentTicketId",
            "externalId");

    private UpdateTicketReader() {}

    /**
     * @param fields values as JSON has them
     * @param clientAddress stored on the note
     * @throws Refused for the first field of a wrong type, in the order in which the plugin checks them
     */
    static UpdateTicket read(RequestTarget target, Map<String, @Nullable Object> fields, String clientAddress) {
        boolean isShortPath = !target.legacy();
        Set<String> cleared = new LinkedHashSet<>();
        String department = RequestFields.idOrName(fields, "departmentId");
        String topic = RequestFields.idOrName(fields, "topicId");
        String parent = RequestFields.idOrName(fields, "parentTicketNumber");
        String status = RequestFields.idOrName(fields, "statusId", "status");
        String sla = RequestFields.idOrName(fields, "slaId");
        String staff = isShortPath ? orCleared(fields, "staffId", cleared) : RequestFields.idOrName(fields, "staffId");
        String dueDate = dueDate(fields, cleared);
        String priority = RequestFields.first(
                RequestFields.idOrName(fields, "priority"), RequestFields.idOrName(fields, "priorityId"));
        String team = isShortPath ? orCleared(fields, "teamId", cleared) : null;
        return new UpdateTicket(
                target.argument(),
                new TicketRouting(department, topic, priority, status, staff, team, sla, dueDate),
                parent,
                isShortPath ? RequestFields.idOrName(fields, "subject") : null,
                cleared,
                isShortPath ? formAnswers(fields) : Map.of(),
                note(fields, isShortPath),
                clientAddress,
                isShortPath);
    }

    /** Names of the fields that are ignored on the plugin's paths. */
    static List<String> ignored(Map<String, @Nullable Object> fields) {
        return fields.keySet().stream()
                .filter(name -> !KNOWN.contains(name) || SHORT_PATHS_ONLY.contains(name))
                .toList();
    }

    private static @Nullable String orCleared(Map<String, @Nullable Object> fields, String field, Set<String> cleared) {
        String value = RequestFields.idOrName(fields, field);
        if (value == null && fields.containsKey(field)) {
            cleared.add(field);
        }
        return value;
    }

    private static @Nullable String dueDate(Map<String, @Nullable Object> fields, Set<String> cleared) {
        String field = fields.containsKey("dueDate") ? "dueDate" : "duedate";
        String value = RequestFields.dueDate(fields, field);
        if (value != null && !WhiteSpace.isBlank(value)) {
            return value;
        }
        if (fields.containsKey(field)) {
            cleared.add("dueDate");
        }
        return null;
    }

    /** The note; null if there is none, and then its title, format and attachments are ignored. */
    private static UpdateTicket.@Nullable Note note(Map<String, @Nullable Object> fields, boolean isShortPath) {
        String body = RequestFields.string(fields, "note");
        if (body == null || WhiteSpace.isBlank(body)) {
            return null;
        }
        if (body.equals("0")) {
            throw Refused.of(ProblemCode.NOTE_EMPTY, "Failed to post note: Note content is required", "note");
        }
        String title = RequestFields.string(fields, "noteTitle");
        String format = Objects.requireNonNullElse(RequestFields.format(fields, "noteFormat"), "markdown");
        boolean silent = isShortPath && !RequestFields.isTrueUnlessFalse(fields, "notify");
        return new UpdateTicket.Note(title, body, format, AttachmentParser.of(fields.get("attachments")), silent);
    }

    private static Map<String, @Nullable Object> formAnswers(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>(fields);
        answers.keySet().removeAll(KNOWN);
        answers.keySet().removeAll(FIELDS_OF_CREATES);
        answers.keySet().removeAll(RequestFields.CORE_INTERNALS);
        return answers;
    }
}
