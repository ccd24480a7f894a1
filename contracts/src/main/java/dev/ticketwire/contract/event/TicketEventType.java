package dev.ticketwire.contract.event;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of events. A type ends in its version: {@code ticket.transferred.v1}. */
public enum TicketEventType {
    CREATED("ticket.created", Sides.AFTER, ChangedMember.ENTRY, ChangedMember.FIELDS),
    STATUS_CHANGED("ticket.status_changed", Sides.BOTH, ChangedMember.STATUS),
    ASSIGNED("ticket.assigned", Sides.BOTH, ChangedMember.AGENT, ChangedMember.TEAM),
    TRANSFERRED("ticket.transferred", Sides.BOTH, ChangedMember.DEPARTMENT),
    PRIORITY_CHANGED("ticket.priority_changed", Sides.BOTH, ChangedMember.PRIORITY),
    SLA_CHANGED("ticket.sla_changed", Sides.BOTH, ChangedMember.SLA),
    TOPIC_CHANGED("ticket.topic_changed", Sides.BOTH, ChangedMember.TOPIC),
    SUBJECT_CHANGED("ticket.subject_changed", Sides.BOTH, ChangedMember.SUBJECT),
    FIELD_CHANGED("ticket.field_changed", Sides.BOTH, ChangedMember.FIELD),
    SOURCE_CHANGED("ticket.source_changed", Sides.BOTH, ChangedMember.SOURCE),
    OWNER_CHANGED("ticket.owner_changed", Sides.BOTH, ChangedMember.OWNER),
    DUE_DATE_CHANGED("ticket.due_date_changed", Sides.BOTH, ChangedMember.DUE_DATE),
    OVERDUE("ticket.overdue", Sides.BOTH, ChangedMember.OVERDUE),
    ANSWERED("ticket.answered", Sides.BOTH, ChangedMember.ANSWERED),
    MESSAGE_POSTED("ticket.message_posted", Sides.AFTER, ChangedMember.ENTRY),
    REPLY_POSTED("ticket.reply_posted", Sides.AFTER, ChangedMember.ENTRY),
    NOTE_POSTED("ticket.note_posted", Sides.AFTER, ChangedMember.ENTRY),
    ENTRY_EDITED("ticket.entry_edited", Sides.AFTER_AND_MAYBE_BEFORE, ChangedMember.ENTRY),
    COLLABORATOR_ADDED("ticket.collaborator_added", Sides.AFTER, ChangedMember.COLLABORATOR),
    COLLABORATOR_REMOVED("ticket.collaborator_removed", Sides.BEFORE, ChangedMember.COLLABORATOR),
    REFERRED("ticket.referred", Sides.AFTER, ChangedMember.REFERRAL),
    REFERRAL_REMOVED("ticket.referral_removed", Sides.BEFORE, ChangedMember.REFERRAL),
    LINKED("ticket.linked", Sides.AFTER_AND_MAYBE_BEFORE, ChangedMember.PARENT, ChangedMember.CHILD),
    UNLINKED("ticket.unlinked", Sides.BEFORE, ChangedMember.PARENT, ChangedMember.CHILD),
    MERGED("ticket.merged", Sides.AFTER_AND_MAYBE_BEFORE, ChangedMember.PARENT, ChangedMember.CHILD),
    DELETED("ticket.deleted", Sides.NONE),
    SNAPSHOT("ticket.snapshot", Sides.NONE),
    RESYNCHRONISED("ticket.resynchronised", Sides.NONE),
    FEED_GAP("feed.gap", Sides.NONE);

    private static final int VERSION = 1;
    private static final Map<String, TicketEventType> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(TicketEventType::type, Function.identity()));

    private final String type;

    private final Sides sides;
    private final List<ChangedMember> members;

    TicketEventType(String name, Sides sides, ChangedMember... members) {
        this.type = name + ".v" + VERSION;
        this.sides = sides;
        this.members = List.of(members);
    }

    /** Which of {@code before} and {@code after} an event has. */
    private enum Sides {
        NONE,
        BEFORE,
        AFTER,
        AFTER_AND_MAYBE_BEFORE,
        BOTH
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

    /** Whether the data always has a {@code before}. */
    public boolean hasBefore() {
        return sides == Sides.BEFORE || sides == Sides.BOTH;
    }

    /** Whether the data can have a {@code before}. */
    public boolean canHaveBefore() {
        return hasBefore() || sides == Sides.AFTER_AND_MAYBE_BEFORE;
    }

    /** Whether the data has an {@code after}. */
    public boolean hasAfter() {
        return sides == Sides.AFTER || sides == Sides.AFTER_AND_MAYBE_BEFORE || sides == Sides.BOTH;
    }

    /** The members of {@code before} and {@code after}. {@code parent} and {@code child} are alternatives. */
    public List<ChangedMember> members() {
        return members;
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
