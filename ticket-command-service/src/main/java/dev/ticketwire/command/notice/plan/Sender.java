package dev.ticketwire.command.notice.plan;

/**
 * The sender of a mail: a mailbox of the help desk, under its name or another.
 *
 * @param name empty for the bare address
 */
public record Sender(int mailbox, String name, String address) {}
