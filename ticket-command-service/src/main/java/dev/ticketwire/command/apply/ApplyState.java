package dev.ticketwire.command.apply;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Whether commands are being applied or wait, and for which reason. */
@ApplicationScoped
class ApplyState {
    private static final Logger LOG = Logger.getLogger(ApplyState.class);

    private volatile @Nullable String waitingFor;

    void applied() {
        if (waitingFor != null) {
            waitingFor = null;
            LOG.info("commands are applied again");
        }
    }

    /** Commands wait on the topic because of {@code reason}, null if unknown. */
    void waiting(@Nullable String reason) {
        if (waitingFor == null) {
            LOG.warnf("commands wait: %s", reason);
        }
        waitingFor = String.valueOf(reason);
    }

    /** The reason for waiting; null while commands are applied. */
    @Nullable
    String waitingFor() {
        return waitingFor;
    }
}
