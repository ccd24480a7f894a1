package dev.ticketwire.contract.command;

import java.util.Locale;
import java.util.Set;

/**
 * A request to change tickets. The command service switches over this type without a default branch, so that a new
 * command does not compile until it is handled.
 */
public sealed interface Command
        permits OpenTicket, UpdateTicket, PostReply, DeleteTicket, LinkTicket, UnlinkTicket, ReceiveMail, RefuseItem {

    /** The name and version on the wire, e.g. {@code ticket.open.v1}; never reused with another meaning. */
    String type();

    /**
     * The ticket this command addresses, as the caller wrote it (percent-decoded); orders commands among those that
     * address it the same way. Empty for a command that creates one.
     */
    String ticket();

    /**
     * Existing tickets that this command changes, as the caller wrote them, trimmed and in lower case. A subset of
     * {@link #names}.
     */
    default Set<String> changes() {
        return ticket().isEmpty() ? Set.of() : Set.of(spelling(ticket()));
    }

    /** Existing tickets that this command reads or changes, as the caller wrote them, trimmed and in lower case. */
    default Set<String> names() {
        return changes();
    }

    /** The normalised form of a ticket in which commands are compared. */
    static String spelling(String ticket) {
        return ticket.strip().toLowerCase(Locale.ROOT);
    }
}
