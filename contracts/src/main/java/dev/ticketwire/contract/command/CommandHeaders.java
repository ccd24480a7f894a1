package dev.ticketwire.contract.command;

/** Record headers of {@code osticket.commands}, UTF-8 text. Names follow CloudEvents' Kafka binding, binary mode. */
public final class CommandHeaders {
    /** Command id, a UUID. */
    public static final String ID = "ce_id";
    /** {@link Command#type()}. */
    public static final String TYPE = "ce_type";
    /** {@link Command#ticket()}; absent when empty. */
    public static final String SUBJECT = "ce_subject";
    /** When the gateway accepted it: ISO 8601 instant, UTC. For information only: no rule depends on it. */
    public static final String TIME = "ce_time";
    /** Id of the API key that sent it, decimal. */
    public static final String API_KEY = "ce_apikeyid";
    /**
     * Departments that the key may change, at the time of acceptance: {@code Departments} as text; absent if it may
     * change all.
     */
    public static final String DEPARTMENTS = "ce_departments";
    /** SHA-256 over operation, target and body, lower-case hex: distinguishes a repeat from a misuse of the same id. */
    public static final String FINGERPRINT = "ce_fingerprint";
    /** Partition of the outcomes topic that the waiting gateway reads, decimal. */
    public static final String REPLY_PARTITION = "ce_replypartition";
    /** Id of the waiting request; repeats of a command share the command's id but not this. */
    public static final String CORRELATION = "ce_correlationid";
    /**
     * Condition on the ticket's version: {@code *}, or the accepted versions, each in double quotes. Absent if
     * unconditional.
     */
    public static final String IF_MATCH = "ce_ifmatch";
    /** {@link Spellings} of the request's members; absent if it used no alias. */
    public static final String SPELLINGS = "ce_spellings";
    /** Present when an operator sent a dead letter again. */
    public static final String REPLAY = "ce_replay";
    /** Dead letters only: why the command failed. */
    public static final String REASON = "ce_reason";
    /**
     * Dead letters only, on a record without a value in the letter's partition: the letter named by {@link #ID} is
     * closed, {@code replayed} or {@code discarded}. Later letters of that id are new ones.
     */
    public static final String SETTLED = "ce_settled";
    /** W3C trace context. */
    public static final String TRACEPARENT = "traceparent";

    private CommandHeaders() {}
}
