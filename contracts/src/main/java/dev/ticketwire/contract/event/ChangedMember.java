package dev.ticketwire.contract.event;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The members of {@code before} and {@code after}; each has the same meaning and Java class in all events. */
public enum ChangedMember {
    STATUS("status", TicketState.Status.class),
    AGENT("agent", TicketState.Named.class),
    TEAM("team", TicketState.Named.class),
    DEPARTMENT("department", TicketState.Named.class),
    PRIORITY("priority", TicketState.Named.class),
    SLA("sla", TicketState.Named.class),
    TOPIC("topic", TicketState.Named.class),
    OWNER("owner", TicketState.Named.class),
    SUBJECT("subject", String.class),
    SOURCE("source", String.class),
    DUE_DATE("dueDate", String.class),
    OVERDUE("overdue", Boolean.class),
    ANSWERED("answered", Boolean.class),
    ENTRY("entry", Entry.class),
    FIELD("field", FieldValue.class),
    FIELDS("fields", FieldValues.class),
    COLLABORATOR("collaborator", Collaborator.class),
    REFERRAL("referral", Referral.class),
    PARENT("parent", TicketReference.class),
    CHILD("child", TicketReference.class);

    private static final Map<String, ChangedMember> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(ChangedMember::member, Function.identity()));

    private final String member;
    private final Class<?> type;

    ChangedMember(String member, Class<?> type) {
        this.member = member;
        this.type = type;
    }

    /** The name in the JSON, e.g. {@code dueDate}. */
    public String member() {
        return member;
    }

    /** The class of its values that are not null. */
    public Class<?> type() {
        return type;
    }

    /** The class of the values of a member, {@link Object} for one that is unknown. */
    static Class<?> typeOf(String member) {
        ChangedMember known = BY_NAME.get(member);
        return known == null ? Object.class : known.type;
    }
}
