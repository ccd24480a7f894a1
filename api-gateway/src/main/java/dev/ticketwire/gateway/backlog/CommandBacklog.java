package dev.ticketwire.gateway.backlog;

/**
 * The accepted commands that the command service had not committed when they were counted. It commits once a second, so
 * a few are normal.
 *
 * @param commands how many, at least 0
 * @param oldestSeconds age of the oldest at that time; 0 if there is none, or if the broker did not send it in time
 */
record CommandBacklog(long commands, double oldestSeconds) {

    static final CommandBacklog NONE = new CommandBacklog(0, 0);

    /** Adds the commands of another partition. */
    CommandBacklog with(long more, double itsOldestSeconds) {
        return new CommandBacklog(commands + more, Math.max(oldestSeconds, itsOldestSeconds));
    }
}
