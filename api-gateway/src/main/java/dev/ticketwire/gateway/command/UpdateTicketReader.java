package dev.ticketwire.gateway.command;

import dev.ticketwire.contract.command.TicketRouting;
import dev.ticketwire.contract.command.UpdateTicket;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.body.AttachmentParser;
import dev.ticketwire.gateway.call.RequestTarget;
import dev.ticketwire.osticket.text.Blanks;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From the fields of an update to its command. A short path can do what the plugin never could: empty a relation with
 * null, and change subject, team and the answers to form fields. {@code status} and {@code duedate} are what our own answers
 * call {@code statusId} and {@code dueDate}; where both are sent, the latter count.
 */
final class UpdateTicketReader {
    /** Members with a place of their own in the command. */
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
            "attachments");

    /** Those of {@link #KNOWN} that the plugin's paths know nothing of. */
    private static final Set<String> OF_SHORT_PATHS = Set.of("teamId", "subject");

    /** Never answers to form fields. */
    private static final Set<String> OF_CREATES = Set.of(
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
     * @throws Refused for the first member, in the order in which the plugin looks at them, whose value has a wrong type
     */
    static UpdateTicket read(RequestTarget target, Map<String, @Nullable Object> fields, String clientAddress) {
        boolean more = !target.legacy();
        Set<String> emptied = new LinkedHashSet<>();
        String department = RequestFields.idOrName(fields, "departmentId");
        String topic = RequestFields.idOrName(fields, "topicId");
        String parent = RequestFields.idOrName(fields, "parentTicketNumber");
        String status = RequestFields.idOrName(fields, "statusId", "status");
        String sla = RequestFields.idOrName(fields, "slaId");
        String staff = more ? orEmptied(fields, "staffId", emptied) : RequestFields.idOrName(fields, "staffId");
        String dueDate = dueDate(fields, emptied);
        String priority = RequestFields.first(
                RequestFields.idOrName(fields, "priority"), RequestFields.idOrName(fields, "priorityId"));
        String team = more ? orEmptied(fields, "teamId", emptied) : null;
        return new UpdateTicket(
                target.argument(),
                new TicketRouting(department, topic, priority, status, staff, team, sla, dueDate),
                parent,
                more ? RequestFields.idOrName(fields, "subject") : null,
                emptied,
                more ? others(fields) : Map.of(),
                note(fields),
                clientAddress,
                more);
    }

    /** What nothing is made of on the plugin's paths, by name. */
    static List<String> ignored(Map<String, @Nullable Object> fields) {
        return fields.keySet().stream()
                .filter(name -> !KNOWN.contains(name) || OF_SHORT_PATHS.contains(name))
                .toList();
    }

    private static @Nullable String orEmptied(Map<String, @Nullable Object> fields, String field, Set<String> emptied) {
        String value = RequestFields.idOrName(fields, field);
        if (value == null && fields.containsKey(field)) {
            emptied.add(field);
        }
        return value;
    }

    private static @Nullable String dueDate(Map<String, @Nullable Object> fields, Set<String> emptied) {
        String field = fields.containsKey("dueDate") ? "dueDate" : "duedate";
        String value = RequestFields.dueDate(fields, field);
        if (value != null && !Blanks.isBlank(value)) {
            return value;
        }
        if (fields.containsKey(field)) {
            emptied.add("dueDate");
        }
        return null;
    }

    /** The note; null where there is none, and then nothing that belongs to one is looked at. */
    private static UpdateTicket.@Nullable Note note(Map<String, @Nullable Object> fields) {
        String body = RequestFields.string(fields, "note");
        if (body == null || Blanks.isBlank(body)) {
            return null;
        }
        if (body.equals("0")) {
            throw Refused.of(ProblemCode.NOTE_EMPTY, "Failed to post note: Note content is required", "note");
        }
        String title = RequestFields.string(fields, "noteTitle");
        String format = Objects.requireNonNullElse(RequestFields.format(fields, "noteFormat"), "markdown");
        return new UpdateTicket.Note(title, body, format, AttachmentParser.of(fields.get("attachments")));
    }

    private static Map<String, @Nullable Object> others(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> others = new LinkedHashMap<>(fields);
        others.keySet().removeAll(KNOWN);
        others.keySet().removeAll(OF_CREATES);
        others.keySet().removeAll(RequestFields.CORE_INTERNALS);
        return others;
    }
}
