package dev.ticketwire.osticket.mail;

/** Who sends a mail, a machine or a person, as its headers say. */
public enum MailKind {
    /** An automatic answer to a customer. */
    AUTO_REPLY,
    /** A notification. */
    NOTICE,
    /** The words of a person. */
    PLAIN
}
