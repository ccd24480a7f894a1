package dev.ticketwire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@WithRunningSuite
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class CreatesSurviveKillsIT {
    private static final int IN_FLIGHT = 64;
    private static final int MANY = 20_000;
    private static final Duration SHORT = Duration.ofSeconds(25);
    private static final List<String> VICTIMS = List.of("command", "gateway", "kafka");

    private final RunningSuite suite;
    private final SuiteProcesses processes;

    CreatesSurviveKillsIT(RunningSuite suite) {
        this.suite = suite;
        this.processes = suite.processes();
    }

    @Test
    void everyAcceptedCreateIsOneTicketWhateverIsKilledMeanwhile() throws Exception {
        RetryingCallers callers = new RetryingCallers(suite, "killed", "wait=8");
        AtomicBoolean loaded = new AtomicBoolean(true);
        List<String> killed = Collections.synchronizedList(new ArrayList<>());
        Thread killer = Thread.startVirtualThread(() -> killWhile(loaded, killed, callers));

        callers.openWhile(IN_FLIGHT, more(killed));

        loaded.set(false);
        killer.join();
        AcceptedCreates promises = new AcceptedCreates(suite);
        promises.awaitNothingWaiting();
        System.out.printf(
                "%d creates accepted, %d with a receipt, %d repeats, killed: %s%n",
                callers.accepted().size(),
                callers.accepted().stream()
                        .filter(promise -> !promise.receipt().isEmpty())
                        .count(),
                callers.repeats(),
                killed);
        assertThat(killed).containsAll(VICTIMS);
        promises.assertKept(callers);
    }

    private static IntPredicate more(List<String> killed) {
        long end = System.nanoTime() + SHORT.toNanos();
        return ChaosLevel.LONG
                ? index -> index < MANY
                : index -> System.nanoTime() < end || killed.size() < VICTIMS.size();
    }

    /**
     * At random, but in rounds, so that even a short run kills each of them; and only some time after something was
     * accepted again, so that work is under way, on a slow machine too.
     */
    private void killWhile(AtomicBoolean loaded, List<String> killed, RetryingCallers callers) {
        List<String> round = new ArrayList<>();
        while (true) {
            int before = callers.acceptedSoFar();
            while (loaded.get() && callers.acceptedSoFar() == before) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            LockSupport.parkNanos(Duration.ofMillis(ThreadLocalRandom.current().nextInt(2000, 5000))
                    .toNanos());
            if (!loaded.get()) {
                return;
            }
            if (round.isEmpty()) {
                round.addAll(VICTIMS);
                Collections.shuffle(round);
            }
            String victim = round.removeLast();
            processes.kill(victim);
            killed.add(victim);
        }
    }
}
