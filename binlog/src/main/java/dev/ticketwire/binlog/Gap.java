package dev.ticketwire.binlog;

/** Why a log cannot be read on from a place. */
public enum Gap {
    /** The server no longer has the log behind the place. */
    PURGED("Keep the log longer (binlog_expire_logs_seconds), or the reader running."),
    /** The server began its log anew. */
    RESET("Do not run RESET MASTER while the feed is read."),
    /** Another server answers, or one that was restored from a backup. */
    OTHER_SERVER("Point ticketwire.db.url to the server that was read before, if that was not intended."),
    /** The server's settings leave changes out of the log, or its log cannot be read with the given privileges. */
    SETTINGS("Set the server up as docs/database.md says under Binary log."),
    /** The log holds something that hides changes of the captured tables. */
    UNREADABLE("Change the help desk's tables by row-based statements only.");

    private final String remedy;

    Gap(String remedy) {
        this.remedy = remedy;
    }

    /** What an administrator can do, one sentence. */
    public String remedy() {
        return remedy;
    }
}
