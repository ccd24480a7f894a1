package dev.ticketwire.osticket.check;

/** What the database is wanted for: decides which tables have to be there and which rights the user needs. */
public enum Purpose {
    /** Ticketwire's own tables and indexes are about to be added, by a user who may do that. */
    MIGRATE,
    /** As {@link #MIGRATE}, and the services will be the same user. */
    MIGRATE_AND_SERVE,
    /** A service that only reads: a replica and a user without the right to write are fine. */
    READ,
    /** The service that applies commands. */
    WRITE;

    /** Whether what is missing of Ticketwire's own will be added. */
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
                || this == WRITE && table.writer() == NeededTable.Writer.COMMANDS;
    }

    /** Whether the services' rows are read. */
    boolean reads() {
        return this != MIGRATE;
    }
}
