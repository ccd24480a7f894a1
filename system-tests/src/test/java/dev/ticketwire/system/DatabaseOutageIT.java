package dev.ticketwire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@WithRunningSuite
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class DatabaseOutageIT {
    private static final String DATABASE = "mariadb";
    private static final int IN_FLIGHT = 16;

    private final RunningSuite suite;
    private final SuiteProcesses processes;

    DatabaseOutageIT(RunningSuite suite) {
        this.suite = suite;
        this.processes = suite.processes();
    }

    @AfterEach
    void theDatabaseMayRun() throws Exception {
        processes.release(DATABASE);
    }

    static List<Duration> outages() {
        return ChaosLevel.LONG
                ? List.of(Duration.ofSeconds(30), Duration.ofSeconds(90))
                : List.of(Duration.ofSeconds(8));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void noServiceRestartsAndNoCommandIsLostWhileTheDatabaseIsAway(Duration outage) throws Exception {
        Map<String, Long> before = processes.services();
        RetryingCallers callers = new RetryingCallers(suite, "outage", "wait=1");
        AtomicBoolean loaded = new AtomicBoolean(true);
        CompletableFuture<Void> load =
                CompletableFuture.runAsync(() -> callers.openWhile(IN_FLIGHT, index -> loaded.get()));
        await().until(() -> callers.accepted().size() > 100);

        processes.hold(DATABASE);
        int acceptedBefore = callers.accepted().size();
        await().pollDelay(outage).atMost(outage.plusSeconds(10)).until(() -> true);
        int acceptedMeanwhile = callers.accepted().size() - acceptedBefore;
        processes.release(DATABASE);

        AcceptedCreates promises = new AcceptedCreates(suite);
        int atRelease = callers.accepted().size();
        await().atMost(Duration.ofMinutes(2)).until(() -> callers.accepted().size() > atRelease + 100);
        loaded.set(false);
        load.join();
        promises.awaitNothingWaiting();
        System.out.printf(
                "%d creates accepted, %d of them during %d s without the database, %d repeats%n",
                callers.accepted().size(), acceptedMeanwhile, outage.toSeconds(), callers.repeats());
        assertThat(acceptedMeanwhile).isGreaterThan(IN_FLIGHT);
        promises.assertKept(callers);
        assertThat(processes.services()).isEqualTo(before);
    }
}
