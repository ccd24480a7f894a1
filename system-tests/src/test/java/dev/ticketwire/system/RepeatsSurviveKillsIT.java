package dev.ticketwire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@WithRunningSuite
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RepeatsSurviveKillsIT {
    private static final int REPEATS = 200;
    private static final int KEYS = 50;
    private static final Duration BETWEEN = Duration.ofMillis(1500);

    private final RunningSuite suite;
    private final SuiteProcesses processes;

    RepeatsSurviveKillsIT(RunningSuite suite) {
        this.suite = suite;
        this.processes = suite.processes();
    }

    /** Each of 50 keys is used by four callers at a time, again and again, until both services have been killed. */
    @Test
    void oneIdempotencyKeyIsOneTicketAndOneAnswerWhoeverIsKilledMeanwhile() throws Exception {
        RetryingCallers callers = new RetryingCallers(suite, "repeated", "wait=8");
        List<String> victims = new ArrayList<>(List.of("command", "gateway"));
        AtomicInteger last = new AtomicInteger(Integer.MAX_VALUE);
        Thread killer = Thread.startVirtualThread(() -> {
            for (String victim : victims) {
                LockSupport.parkNanos(BETWEEN.toNanos());
                processes.kill(victim);
            }
            // Once more for every caller, so that the restarted ones are asked too.
            last.set(callers.begunSoFar() + 2 * REPEATS);
        });

        callers.openWhile(REPEATS, KEYS, index -> index < last.get());

        killer.join();
        AcceptedCreates promises = new AcceptedCreates(suite);
        promises.awaitNothingWaiting();
        System.out.printf(
                "%d answers for %d keys, %d requests sent again%n", callers.acceptedSoFar(), KEYS, callers.repeats());
        assertThat(callers.acceptedSoFar()).isGreaterThanOrEqualTo(REPEATS);
        promises.assertKeptForRepeats(callers);
    }
}
