package dev.ticketwire.contract.message;

/** The suite's Kafka topics. Their keys, contents and retention are listed in {@code docs/architecture.md}. */
public final class Topics {
    /**
     * Commands, keyed by ticket (creates: by command id, or without a key); CBOR value, envelope in the headers ({@link
     * dev.ticketwire.contract.command.CommandHeaders}).
     */
    public static final String COMMANDS = "osticket.commands";

    /** The outcome of each command; JSON value, keyed by command id, in the partition that the command named. */
    public static final String OUTCOMES = "osticket.command-outcomes";

    /** Failed commands: value and headers as received, plus the reason. */
    public static final String DEAD_LETTERS = "osticket.commands.dead-letter";

    /** Audit records of changes and refusals: {@link dev.ticketwire.contract.message.AuditRecord}, keyed by API key. */
    public static final String AUDIT = "osticket.audit";

    /**
     * Creates whose outcome has not been delivered yet, for all gateways; one partition, keyed by the request, value:
     * the command's id as text.
     */
    public static final String UNANSWERED = "osticket.creates.unanswered";

    /** Every ticket change as a CloudEvent, keyed by ticket number: {@link dev.ticketwire.contract.event.TicketEvent}. */
    public static final String TICKET_EVENTS = "osticket.ticket-events";

    /** The place in the database's log up to which changes are published; one partition, compacted. */
    public static final String EVENT_CAPTURE = "osticket.event-capture";

    private Topics() {}
}
