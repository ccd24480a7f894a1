package dev.ticketwire.contract.event;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of events. A type ends in its version: {@code ticket.transferred.v1}. */
public enum TicketEventType {
    CREATED("ticket.created"),
    STATUS_CHANGED("ticket.status_changed"),
    ASSIGNED("ticket.assigned"),
    TRANSFERRED("ticket.transferred"),
    PRIORITY_CHANGED("ticket.priority_changed"),
    SLA_CHANGED("ticket.sla_changed"),
    TOPIC_CHANGED("ticket.topic_changed"),
    SUBJECT_CHANGED("ticket.subject_changed"),
    FIELD_CHANGED("ticket.field_changed"),
    SOURCE_CHANGED("ticket.source_changed"),
    OWNER_CHANGED("ticket.owner_changed"),
    DUE_DATE_CHANGED("ticket.due_date_changed"),
    OVERDUE("ticket.overdue"),
    ANSWERED("ticket.answered"),
    MESSAGE_POSTED("ticket.message_posted"),
    REPLY_POSTED("ticket.reply_posted"),
    NOTE_POSTED("ticket.note_posted"),
    ENTRY_EDITED("ticket.entry_edited"),
    COLLABORATOR_ADDED("ticket.collaborator_added"),
    COLLABORATOR_REMOVED("ticket.collaborator_removed"),
    REFERRED("ticket.referred"),
    REFERRAL_REMOVED("ticket.referral_removed"),
    LINKED("ticket.linked"),
    UNLINKED("ticket.unlinked"),
    MERGED("ticket.merged"),
    DELETED("ticket.deleted"),
    SNAPSHOT("ticket.snapshot"),
    RESYNCHRONISED("ticket.resynchronised"),
    FEED_GAP("feed.gap");

    private static final int VERSION = 1;
    private static final Map<String, TicketEventType> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(TicketEventType::type, Function.identity()));

    private final String type;

    TicketEventType(String name) {
        this.type = name + ".v" + VERSION;
    }

    /** As in the CloudEvents attribute {@code type}, e.g. {@code ticket.created.v1}. */
    public String type() {
        return type;
    }

    /**
     * The type of a CloudEvent.
     *
     * @return empty if this version does not know it
     */
    public static Optional<TicketEventType> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** Identifies the JSON Schema of the data: CloudEvents' {@code dataschema}, the schema's {@code $id}. */
    public URI schema() {
        return URI.create("urn:ticketwire:event:" + type);
    }

    /** The class of the data. */
    public Class<? extends EventData> data() {
        return this == FEED_GAP ? FeedGap.class : TicketChange.class;
    }
}
