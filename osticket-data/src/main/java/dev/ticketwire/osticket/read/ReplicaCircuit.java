package dev.ticketwire.osticket.read;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Leaves a replica alone for a while after it could not answer, so that reads do not wait for it in vain; then one read
 * tries it. Logs once that it is left alone, and once that it answers again; a replica that is late only if it stays so.
 */
final class ReplicaCircuit {
    private static final Logger LOG = Logger.getLogger(ReplicaCircuit.class);
    private static final Duration LATE_PAUSE = Duration.ofSeconds(1);
    private static final Duration AWAY_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONG_LATE = Duration.ofSeconds(10);

    /** Who answered a read, and why. */
    enum Answer {
        /** The replica. */
        REPLICA,
        /** The primary, because the replica had not applied everything in time. */
        PRIMARY_LATE,
        /** The primary, because the replica could not be reached or used. */
        PRIMARY_AWAY
    }

    private final LongSupplier nanoTime;
    private final AtomicLong nextTry = new AtomicLong();
    private volatile Answer latest = Answer.REPLICA;
    private long since;
    private boolean isTold;

    /** @param nanoTime as {@link System#nanoTime} */
    ReplicaCircuit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How the latest try ended. */
    Answer latest() {
        return latest;
    }

    /** Whether this read shall try the replica. */
    boolean permits() {
        if (latest == Answer.REPLICA) {
            return true;
        }
        long now = nanoTime.getAsLong();
        long due = nextTry.get();
        return now - due >= 0 && nextTry.compareAndSet(due, now + pause(latest).toNanos());
    }

    /** @param reason for the log */
    synchronized void failed(Answer answer, String reason) {
        long now = nanoTime.getAsLong();
        if (latest == Answer.REPLICA) {
            since = now;
        }
        nextTry.set(now + pause(answer).toNanos());
        latest = answer;
        if (!isTold && (answer == Answer.PRIMARY_AWAY || now - since > LONG_LATE.toNanos())) {
            isTold = true;
            LOG.warnf("the primary answers in place of the replica: %s", reason);
        }
    }

    void succeeded() {
        if (latest != Answer.REPLICA) {
            recover();
        }
    }

    private synchronized void recover() {
        latest = Answer.REPLICA;
        if (isTold) {
            isTold = false;
            LOG.info("the replica answers again");
        }
    }

    private static Duration pause(Answer answer) {
        return answer == Answer.PRIMARY_LATE ? LATE_PAUSE : AWAY_PAUSE;
    }
}
