package dev.ticketwire.contract.command;

/** Record headers of {@code osticket.commands}, UTF-8 text. Names follow CloudEvents' Kafka binding, binary mode. */
public final class CommandHeaders {
    /** Command id, a UUID. */
    public static final String ID = "ce_id";
    /** {@link Command#type()}. */
    public static final String TYPE = "ce_type";
    /** {@link Command#ticket()}; absent when empty. */
    public static final String SUBJECT = "ce_subject";
    /** When the gateway accepted it: ISO 8601 instant, UTC. Information only: no rule depends on it. */
    public static final String TIME = "ce_time";
    /** Id of the API key that sent it, decimal. */
    public static final String API_KEY = "ce_apikeyid";
    /**
     * Departments that the key may change, as they were when the command was accepted: {@code Departments} as text;
     * absent where it may change all.
     */
    public static final String DEPARTMENTS = "ce_departments";
    /** SHA-256 over operation, target and body, lower-case hex: tells a repeat from a misuse of the same id. */
    public static final String FINGERPRINT = "ce_fingerprint";
    /** Partition of the outcomes topic that the waiting gateway reads, decimal. */
    public static final String REPLY_PARTITION = "ce_replypartition";
    /** The waiting request; repeats of a command share its id but not this. */
    public static final String CORRELATION = "ce_correlationid";
    /**
     * Present where the command may be applied only to the ticket as its sender saw it: {@code *}, or the versions it
     * may have, each in double quotes.
     */
    public static final String IF_MATCH = "ce_ifmatch";
    /** {@link Spellings} of the request's members; absent where it used no further name. */
    public static final String SPELLINGS = "ce_spellings";
    /** Present when an operator sent a dead letter again. */
    public static final String REPLAY = "ce_replay";
    /** Dead letters only: why the command was given up. */
    public static final String REASON = "ce_reason";
    /**
     * Dead letters only, on a record without a value in the letter's partition: the letter named by {@link #ID} is
     * dealt with, {@code replayed} or {@code discarded}. Later letters of that id are new ones.
     */
    public static final String SETTLED = "ce_settled";
    /** W3C trace context. */
    public static final String TRACEPARENT = "traceparent";

    private CommandHeaders() {}
}
