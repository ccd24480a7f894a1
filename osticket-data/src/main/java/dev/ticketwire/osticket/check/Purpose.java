package dev.ticketwire.osticket.check;

/** The purpose for which a database is checked: decides which tables must exist and which rights the user needs. */
public enum Purpose {
    /** Ticketwire's own tables and indexes are about to be added, by a user with the rights to do so. */
    MIGRATE,
    /** As {@link #MIGRATE}, and the services will connect as the same user. */
    MIGRATE_AND_SERVE,
    /** A service that only reads: a replica, and a user without write access, suffice. */
    READ,
    /** The service that applies commands. */
    WRITE,
    /** The service that delivers events: it writes its own tables, and of osTicket's it reads the reference data. */
    DELIVER;

    /** Whether missing tables and indexes of Ticketwire will be added. */
    boolean migrates() {
        return this == MIGRATE || this == MIGRATE_AND_SERVE;
    }

    /** Whether anything will be changed in the database. */
    boolean changes() {
        return this != READ;
    }

    /** Whether rows of {@code table} will be written. */
    boolean writes(NeededTable table) {
        return this == MIGRATE_AND_SERVE && table.isWritten()
                || this == WRITE && table.writer() == NeededTable.Writer.COMMANDS
                || this == DELIVER && table.writer() == NeededTable.Writer.WEBHOOKS;
    }

    /** Whether {@code table} is looked at. What a user has no right to is invisible to it. */
    boolean concerns(NeededTable table) {
        return switch (this) {
            case MIGRATE, MIGRATE_AND_SERVE -> true;
            case READ, WRITE -> table.content() != NeededTable.Content.WEBHOOKS;
            case DELIVER -> table.content() != NeededTable.Content.TICKETS;
        };
    }

    /** Whether the index of the tickets' table is looked at. */
    boolean concernsTickets() {
        return this != DELIVER;
    }

    /** Whether the services' access to rows is checked. */
    boolean reads() {
        return this != MIGRATE;
    }
}
