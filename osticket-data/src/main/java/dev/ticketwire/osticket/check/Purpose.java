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
    DELIVER,
    /** The service that sends mails: it settles them, and of osTicket's tables it reads reference data and files. */
    MAIL;

    /** Whether missing tables and indexes of Ticketwire will be added. */
    boolean migrates() {
        return this == MIGRATE || this == MIGRATE_AND_SERVE;
    }

    /** Whether anything will be changed in the database. */
    boolean changes() {
        return this != READ;
    }

    /** The statements that will write rows of {@code table}: some of {@code I}nsert, {@code U}pdate, {@code D}elete. */
    String writes(NeededTable table) {
        return switch (this) {
            case MIGRATE, READ -> "";
            case MIGRATE_AND_SERVE -> table.verbs();
            case WRITE -> table.verbs(NeededTable.Writer.COMMANDS);
            case DELIVER -> table.verbs(NeededTable.Writer.WEBHOOKS);
            case MAIL -> table.verbs(NeededTable.Writer.MAILS);
        };
    }

    /** Whether {@code table} is looked at. What a user has no right to is invisible to it. */
    boolean concerns(NeededTable table) {
        return switch (table.content()) {
            case REFERENCE -> true;
            case TICKETS -> this != DELIVER && this != MAIL;
            case FILES, MAILS -> this != DELIVER;
            case MAIL_TEXTS -> this != DELIVER && this != READ;
            case WEBHOOKS -> migrates() || this == DELIVER;
            case MAIL_ACCOUNTS -> migrates() || this == MAIL;
        };
    }

    /** Whether the index of the tickets' table is looked at. */
    boolean concernsTickets() {
        return this != DELIVER && this != MAIL;
    }

    /** Whether the services' access to rows is checked. */
    boolean reads() {
        return this != MIGRATE;
    }
}
