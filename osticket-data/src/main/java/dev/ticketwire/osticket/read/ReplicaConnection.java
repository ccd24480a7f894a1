package dev.ticketwire.osticket.read;

import dev.ticketwire.osticket.read.ReplicaCircuit.Answer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Waits on a connection to the replica until it has what the primary had. */
final class ReplicaConnection {
    /** The variable is read after the wait, because the server evaluates the columns in their order. */
    private static final String WAIT =
            "SELECT MASTER_GTID_WAIT(?, ?), @@gtid_slave_pos, ABS(TIMESTAMPDIFF(SECOND, ?, NOW(6)))";
    /** More than a slow network or a pause of this process explains, less than any difference of time zones. */
    private static final long MOST_SECONDS_APART = 5;
    /** How much longer than the wait the answer may take. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Reads primary;
    private final Duration wait;

    ReplicaConnection(Reads primary, Duration wait) {
        this.primary = primary;
        this.wait = wait;
    }

    /** The replica cannot answer. The message says why. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final Answer answer;

        Refused(Answer answer, String message) {
            super(message, null, false, false);
            this.answer = answer;
        }

        Answer answer() {
            return answer;
        }
    }

    /**
     * What the replica answered.
     *
     * @param secondsApart between its clock and the primary's, in the zones of their sessions
     */
    private record Progress(boolean isReached, Gtids gtids, long secondsApart) {}

    /**
     * Returns when the replica has everything that the primary had at {@code position}.
     *
     * @throws Refused if it does not get there in time, or its transactions or clock are not the primary's
     */
    void await(Connection replica, PrimaryPosition position) throws SQLException, Refused {
        int usual = replica.getNetworkTimeout();
        replica.setNetworkTimeout(Runnable::run, (int) wait.plus(GRACE).toMillis());
        Progress progress = progress(replica, position);
        replica.setNetworkTimeout(Runnable::run, usual);
        if (!progress.isReached) {
            throw new Refused(Answer.PRIMARY_LATE, "it has not applied everything that was committed");
        }
        if (progress.secondsApart > MOST_SECONDS_APART) {
            throw new Refused(Answer.PRIMARY_AWAY, "its clock or time zone is not the primary's");
        }
        Gtids wanted = Gtids.parse(position.gtids());
        if (!wanted.areThoseOf(progress.gtids)
                && !wanted.areContainedIn(progress.gtids, primary.read(PrimaryPosition::known))) {
            throw new Refused(Answer.PRIMARY_AWAY, "it has transactions that the primary does not have");
        }
    }

    private Progress progress(Connection replica, PrimaryPosition position) throws SQLException {
        try (PreparedStatement statement = replica.prepareStatement(WAIT)) {
            statement.setString(1, position.gtids());
            statement.setDouble(2, wait.toMillis() / 1000.0);
            statement.setString(3, position.time());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Progress(row.getInt(1) == 0, Gtids.parse(row.getString(2)), row.getLong(3));
            }
        }
    }
}
